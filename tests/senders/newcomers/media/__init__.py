"""Media and software: a newspaper, a SaaS, a job board, a podcast host, a course, a game publisher."""
