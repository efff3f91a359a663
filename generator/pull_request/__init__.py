"""What a pull request does to the timeline: judged without rights, told safely.

A stranger's change is read here, so every character of it is untrusted: names of files, texts, and the report
that its own run hands over. `judge` says what changes and what is wrong; `comment` writes it under the pull
request from a second workflow, which holds the one token and therefore runs with Python alone, without any
package.
"""
