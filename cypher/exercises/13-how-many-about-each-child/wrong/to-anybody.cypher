// says: Some of these went to other agencies. Ask for the sector of the one it was PASSED_TO.
MATCH (b:Baton)-[:ABOUT]->(k:Child)
WHERE b.review_id = $review_id AND b.kind IN ['referral', 'notification']
RETURN k.display_name AS child, count(b) AS batons
