"""The ground floor: plain tools with no concrete models and no views. It knows nothing of the floors above."""
