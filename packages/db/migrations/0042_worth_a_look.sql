-- A pair below one in five is no fit of the market: nobody's attention is for it.
update market_pair set fits = false, shown = false
  where fits and 2 * demand_score * offer_score < 0.2 * (demand_score + offer_score);
