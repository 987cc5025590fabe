"""The owner's mailbox and outbox: IMAP, SMTP, and mail kept in files. Touches mail servers, decides nothing."""
