"""The merged chronology as one page, as a drawing for a report, and as a timeline for TimelineJS."""
