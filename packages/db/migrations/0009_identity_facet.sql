-- Postings are found by the body whose name a part shows: the facet of parts that were written before it existed.
UPDATE "posting_part" SET "facets" = array_append("facets", 'organization:' || ("fields" #>> '{identity,publicId}'))
WHERE "fields" #>> '{identity,publicId}' IS NOT NULL AND NOT "facets" && ARRAY['organization:' || ("fields" #>> '{identity,publicId}')];
