// Choose a review: put its review_id in place of demo, then run
:param review_id => 'demo'
