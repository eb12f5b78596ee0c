"""The engagement map: how did the records describe co-operation, at which level of intervention?"""
