import { createHash } from "node:crypto";
import { glancePairs, lookPairs, type Pairs } from "@lilink/model/text";

const arguments_ = ({ from, to }: Pairs) =>
  [from, to].map((text) => `'${text.replaceAll("'", "''")}'`).join(", ");

/** Marks, blanks, signs between words, and what is not seen at all. */
const unread = String.raw`[\u0300-\u036F\u00AD\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFE00-\uFE0F\uFEFF\s\-_.,·•・'"()（）“”‘’\u2010-\u2015]`;

/**
 * By what a name is found and compared, whoever writes it: case, width, accents, traditional characters and letters of other
 * scripts make no other name. One text in the database, so that search, registration and review agree. [OR12]
 */
export function keepNameKeys(): string {
  const pairs = arguments_(lookPairs());
  return `
create or replace function app.name_key(p_name text)
returns text language sql immutable parallel safe set search_path = pg_catalog as $$
  select translate(lower(translate(regexp_replace(normalize(coalesce(p_name, ''), NFKD), '${unread.replaceAll("'", "''")}', '', 'g'), ${pairs})), ${pairs})
$$;
create or replace function app.name_looks(p_zh text, p_en text)
returns text[] language sql immutable parallel safe set search_path = pg_catalog as $$
  select array_agg(distinct look) from unnest(array[p_zh, p_en]) name,
    lateral (select translate(replace(replace(regexp_replace(app.name_key(name), '(虚构|fictional)$', ''), 'rn', 'm'), 'vv', 'w'), ${arguments_(glancePairs)}) as look) l where look <> ''
$$;
create or replace function app.keep_name_key()
returns trigger language plpgsql set search_path = pg_catalog, public as $$
begin
  new.name_key := app.name_key(new.name_zh) || E'\\n' || app.name_key(new.name_en);
  new.name_looks := coalesce(app.name_looks(new.name_zh, new.name_en), '{}');
  return new;
end $$;
grant execute on function app.name_key(text), app.name_looks(text, text) to lilink_app, lilink_worker;
create trigger organization_named before insert or update of name_zh, name_en on organization for each row
  execute function app.keep_name_key();
update organization set name_zh = name_zh /* by ${createHash("sha256").update(pairs).digest("hex").slice(0, 16)} */;`;
}
