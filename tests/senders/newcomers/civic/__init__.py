"""A party, a government's notices, an alumni office, a charity platform, a museum, a hospital, a union."""
