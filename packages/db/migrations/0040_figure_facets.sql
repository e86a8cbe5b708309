-- A part says what its figures measure beside its other facets, so that a search for the name of an attribute finds it.
update posting_part p set facets = p.facets || (select array_agg(distinct 'figure:' || (x ->> 'attribute'))
    from jsonb_array_elements(p.fields -> 'figures') x)
  where jsonb_typeof(p.fields -> 'figures') = 'array' and jsonb_array_length(p.fields -> 'figures') > 0;
