"""The built site as GitHub Pages serves it: on a project page, on a user page, on an own domain."""
