"""The audit record: who asked, when, and the hashes of what was asked and answered; nothing of a case
(docs/decisions/0017-deployment.md).
"""
