"""A crowdfunding site, a survey panel, a dating site, a fitness app."""
