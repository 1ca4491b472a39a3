"""For the policy team: cases compared under several laws, decided cases and tests of law checked against the rule book."""
