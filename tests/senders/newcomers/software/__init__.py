"""Senders of software: sales tools, trials, developers' letters, CRM and webinar platforms, apps."""
