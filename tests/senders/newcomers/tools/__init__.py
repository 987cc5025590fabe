"""A WordPress plugin, a project's own tool, a PHP script, a marketing tool in React, an event platform."""
