"""Shops: tickets, a supermarket's card, fashion, furniture, a chain of pharmacies."""
