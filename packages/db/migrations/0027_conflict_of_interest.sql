-- Conflicts of interest: a person of two bodies who acts for the secretariat, or for a regulator, decides and reads nothing
-- confidential of the other body, of its group and of whoever competes with them.
--
-- The stances that compete with one of these; the chain's families and links, as rivalKeysOf of the model has them. A test
-- compares the two, and asks for a new version of this function where the chain has changed.
create function app.rival_keys(p_keys text[]) returns text[] language sql immutable set search_path = pg_catalog as $$
  with kin (families, links) as (values ('{
    "collector": ["amine-collector","collector","fatty-acid-collector","hydroxamic-collector","lowtemp-collector"],
    "fatty-acid-collector": ["amine-collector","collector","fatty-acid-collector","hydroxamic-collector","lowtemp-collector"],
    "hydroxamic-collector": ["amine-collector","collector","fatty-acid-collector","hydroxamic-collector","lowtemp-collector"],
    "amine-collector": ["amine-collector","collector","fatty-acid-collector","hydroxamic-collector","lowtemp-collector"],
    "lowtemp-collector": ["amine-collector","collector","fatty-acid-collector","hydroxamic-collector","lowtemp-collector"],
    "adsorption-extraction": ["adsorption-extraction","direct-lithium-extraction","electrochemical-deintercalation","electrodialysis","nanofiltration","solvent-extraction-brine"],
    "nanofiltration": ["adsorption-extraction","direct-lithium-extraction","electrochemical-deintercalation","electrodialysis","nanofiltration","solvent-extraction-brine"],
    "electrodialysis": ["adsorption-extraction","direct-lithium-extraction","electrochemical-deintercalation","electrodialysis","nanofiltration","solvent-extraction-brine"],
    "solvent-extraction-brine": ["adsorption-extraction","direct-lithium-extraction","electrochemical-deintercalation","electrodialysis","nanofiltration","solvent-extraction-brine"],
    "electrochemical-deintercalation": ["adsorption-extraction","direct-lithium-extraction","electrochemical-deintercalation","electrodialysis","nanofiltration","solvent-extraction-brine"],
    "direct-lithium-extraction": ["adsorption-extraction","direct-lithium-extraction","electrochemical-deintercalation","electrodialysis","nanofiltration","solvent-extraction-brine"],
    "lidfob": ["dtd","fec","functional-additive","lidfob","lipo2f2","ps","vc"],
    "lipo2f2": ["dtd","fec","functional-additive","lidfob","lipo2f2","ps","vc"],
    "ncm333": ["nca","ncm333","ncm523","ncm622","ncm811","ncma","ni90","ni95","ni98","ternary-cathode"],
    "ncm523": ["nca","ncm333","ncm523","ncm622","ncm811","ncma","ni90","ni95","ni98","ternary-cathode"],
    "ncm622": ["nca","ncm333","ncm523","ncm622","ncm811","ncma","ni90","ni95","ni98","ternary-cathode"],
    "ncm811": ["high-nickel","nca","ncm333","ncm523","ncm622","ncm811","ncma","ni90","ni95","ni98","ternary-cathode"],
    "ni90": ["high-nickel","nca","ncm333","ncm523","ncm622","ncm811","ncma","ni90","ni95","ni98","ternary-cathode"],
    "ni95": ["high-nickel","nca","ncm333","ncm523","ncm622","ncm811","ncma","ni90","ni95","ni98","ternary-cathode"],
    "ni98": ["high-nickel","nca","ncm333","ncm523","ncm622","ncm811","ncma","ni90","ni95","ni98","ternary-cathode"],
    "nca": ["high-nickel","nca","ncm333","ncm523","ncm622","ncm811","ncma","ni90","ni95","ni98","ternary-cathode"],
    "ncma": ["high-nickel","nca","ncm333","ncm523","ncm622","ncm811","ncma","ni90","ni95","ni98","ternary-cathode"],
    "ec": ["carbonate-solvent","dec","dmc","ec","emc","pc"],
    "dmc": ["carbonate-solvent","dec","dmc","ec","emc","pc"],
    "emc": ["carbonate-solvent","dec","dmc","ec","emc","pc"],
    "dec": ["carbonate-solvent","dec","dmc","ec","emc","pc"],
    "pc": ["carbonate-solvent","dec","dmc","ec","emc","pc"],
    "vc": ["dtd","fec","functional-additive","lidfob","lipo2f2","ps","vc"],
    "fec": ["dtd","fec","functional-additive","lidfob","lipo2f2","ps","vc"],
    "ps": ["dtd","fec","functional-additive","lidfob","lipo2f2","ps","vc"],
    "dtd": ["dtd","fec","functional-additive","lidfob","lipo2f2","ps","vc"],
    "functional-additive": ["dtd","fec","functional-additive","lidfob","lipo2f2","ps","vc"],
    "sse-sulfide": ["solid-electrolyte","sse-halide","sse-oxide-latp","sse-oxide-llzo","sse-polymer","sse-sulfide"],
    "sse-oxide-llzo": ["solid-electrolyte","sse-halide","sse-oxide-latp","sse-oxide-llzo","sse-polymer","sse-sulfide"],
    "sse-oxide-latp": ["solid-electrolyte","sse-halide","sse-oxide-latp","sse-oxide-llzo","sse-polymer","sse-sulfide"],
    "sse-polymer": ["solid-electrolyte","sse-halide","sse-oxide-latp","sse-oxide-llzo","sse-polymer","sse-sulfide"],
    "sse-halide": ["solid-electrolyte","sse-halide","sse-oxide-latp","sse-oxide-llzo","sse-polymer","sse-sulfide"],
    "cell-lfp": ["cell-blade","cell-lfp"],
    "cell-blade": ["cell-blade","cell-lfp"],
    "battery-pack": ["battery-pack","swap-pack"],
    "swap-pack": ["battery-pack","swap-pack"],
    "ternary-cathode": ["nca","ncm333","ncm523","ncm622","ncm811","ncma","ni90","ni95","ni98","ternary-cathode"],
    "high-nickel": ["high-nickel","nca","ncm811","ncma","ni90","ni95","ni98"],
    "solid-electrolyte": ["solid-electrolyte","sse-halide","sse-oxide-latp","sse-oxide-llzo","sse-polymer","sse-sulfide"],
    "carbonate-solvent": ["carbonate-solvent","dec","dmc","ec","emc","pc"]}'::jsonb, '{
    "resource": ["spodumene-ore","lepidolite-ore","zinnwaldite-ore","petalite-ore","amblygonite-ore","lithium-clay","brine-carbonate","brine-sulfate-na","brine-sulfate-mg","brine-chloride","old-brine","oilfield-brine","geothermal-brine","brine-concentrated","spodumene-conc","lepidolite-conc","tantalum-niobium-conc","feldspar-byproduct","rubidium-caesium","potash","tailings","lithium-exploration","drilling-survey","geophysical-survey","resource-estimation","hydrogeology-brine","open-pit-mining","underground-mining","filling-mining","smart-mine","mine-monitoring","alpine-construction","ecological-restoration","crushing-grinding","ore-sorting","dense-media","flotation","magnetic-separation","collector","fatty-acid-collector","hydroxamic-collector","amine-collector","lowtemp-collector","activator-cacl2","ph-regulator","depressant","evaporation-pond","adsorption-extraction","nanofiltration","electrodialysis","reverse-osmosis","solvent-extraction-brine","calcination-brine","precipitation-brine","electrochemical-deintercalation","direct-lithium-extraction","al-adsorbent","ti-ion-sieve","mn-ion-sieve","extractant-tbp","extractant-new","precipitant","import-concentrate","overseas-project","product-reserve","orefield-reserve","eq-sorter","petalite-conc"],
    "smelting": ["beta-calcination","sulfuric-roasting","sulfate-roasting","lime-sintering","chlorination-roasting","pressure-leaching","clay-leaching","water-leaching","li2so4-liquor","lithium-slag","sodium-sulfate","ion-exchange","carbonate-precipitation","bicarbonation","causticisation","freezing-salt","mvr-crystallisation","bipolar-ed","micronising","li2co3-tech","li2co3-batt","li2co3-hp","lioh-tech","lioh-batt","lioh-micro","licl","li2so4","lif","li3po4","lih2po4","li2s","li-metal","li-foil","lipf6","lifsi","litfsi","libob","lidfob","lipo2f2","libf4","molten-salt-electrolysis","lipf6-synthesis","lifsi-synthesis","hydrogen-fluoride","kiln-heat-recovery","smelter-automation","online-analysis","three-wastes","slag-utilisation","energy-saving-retrofit","entry-conditions","lih2po4-synthesis"],
    "materials": ["niso4","coso4","mnso4","mn3o4","iron-phosphate","pcam","pcam-high-nickel","pcam-nca","coprecipitation","ncm333","ncm523","ncm622","ncm811","ni90","ni95","ni98","nca","ncma","cobalt-free","lco","lfp","lmfp","lmo","lnmo","lrmo","single-crystal","coating-doping","sintering","water-washing","dry-room","carbothermal","hydrothermal-lfp","natural-graphite","artificial-graphite","hard-carbon","silicon-carbon","silicon-oxide","lto","li-metal-anode","graphitisation","prelithiation","electrolyte","electrolyte-lowtemp","ec","dmc","emc","dec","pc","vc","fec","ps","dtd","functional-additive","electrolyte-formulation","separator-pp","separator-pe","separator-ceramic","separator-aramid","sse-sulfide","sse-oxide-llzo","sse-oxide-latp","sse-polymer","sse-halide","gel-insitu","sse-film","interface-engineering","copper-foil","aluminium-foil","composite-foil","pvdf","sbr-cmc","conductive-carbon","cnt","al-plastic-film","cell-housing","cell-ncm","cell-nca","cell-lfp","cell-lmfp","cell-lrmo","cell-semi-solid","cell-all-solid","cell-sodium","cell-cylindrical","cell-prismatic","cell-pouch","cell-blade","battery-module","battery-pack","ctp","ctc","bms","thermal-management","swap-pack","ess-container","slurry-mixing","electrode-coating","dry-electrode","calendering","winding-stacking","cell-assembly","electrolyte-filling","formation-grading","pack-assembly","eq-coater","eq-roller-kiln","eq-formation","eq-automation-line","eq-vision","eq-mes","electrolyte-blending","sse-synthesis","ternary-cathode","high-nickel","solid-electrolyte","carbonate-solvent"],
    "recycling": ["eq-dismantling","eq-crusher","eol-pack","eol-ncm","eol-lfp","production-scrap","collection-network","traceability-platform","battery-coding","soh-test","eis-test","residual-value","fast-sorting","test-standard","cascade-use","cascade-ess","cascade-lsev","cascade-backup","cascade-home","discharge","dismantling","crush-sort","pyrolysis","black-mass-ncm","black-mass-lfp","recovered-cu-al","acid-leaching","selective-li","solvent-extraction-rec","hydrometallurgy","pyrometallurgy","regenerated-salts","recycled-li2co3","recycled-pcam","metal-recovery","direct-regeneration","regenerated-lfp","recovered-graphite","recovered-iron-phosphate","electrolyte-recovery","recovered-electrolyte","fluoride-treatment","waste-liquor"],
    "chain": ["svc-testing","svc-safety-test","svc-material-test","svc-training","svc-joint-phd","svc-pilot","svc-joint-lab","svc-ip-licence","svc-ip-landscape","svc-tech-transfer","svc-standard","svc-carbon","svc-finance","svc-logistics","svc-consult","svc-data","svc-exchange","svc-basic-research","svc-trl"]}'::jsonb))
  select coalesce(array_agg(distinct r.key order by r.key), '{}') from unnest(p_keys) k, kin, lateral (
    select k as key
    union all select split_part(k, ':', 1) || ':' || f from jsonb_array_elements_text(kin.families -> split_part(k, ':', 2)) f
    union all select 'offers:link:' || l.key from jsonb_each(kin.links) l where k like 'offers:%' and l.value ? split_part(k, ':', 2)
    union all select 'offers:' || c from jsonb_array_elements_text(kin.links -> split_part(k, ':', 3)) c where k like 'offers:link:%'
  ) r
$$;
--> statement-breakpoint
-- The other bodies of a person who acts for the secretariat or a regulator; none for everybody else.
create function app.other_bodies() returns uuid[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array_agg(m.organization_id), '{}') from public.membership m
  where m.person_id = app.person() and m.active and m.organization_id <> app.org() and app.kind() = 'member'
    and exists (select 1 from public.organization o where o.id = app.org() and o.kind in ('coordination_group', 'regulator'))
$$;
--> statement-breakpoint
-- What those bodies and their groups stand on.
create function app.body_stances() returns text[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return (select coalesce(array_agg(distinct k), '{}') from unnest(app.other_bodies()) b, unnest(app.stances_of(b)) k);
end $$;
--> statement-breakpoint
-- The organizations of which the acting person decides and reads nothing in confidence: the other bodies, their rivals,
-- enterprises that are no members yet and declare a link of theirs, and the groups of all of these.
create function app.barred() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_bodies uuid[] := app.other_bodies(); v_keys text[];
begin
  if v_bodies = '{}' then return v_bodies; end if;
  v_keys := app.rival_keys(app.body_stances());
  return array(
    with hit as (
      select unnest(v_bodies) as id
      union select s.organization_id from public.organization_stance s where (s.until is null or s.until > now()) and s.key = any (v_keys)
      union select o.id from public.organization o, unnest(o.links) l
        where o.kind = 'enterprise' and o.status in ('unclaimed', 'pending') and 'offers:link:' || l = any (v_keys))
    select a.id from (select id from hit union
      select b.organization_id from hit join public.organization_profile a on a.organization_id = hit.id
        join public.organization_profile b on b.group_id = a.group_id) a
    where a.id <> app.org());
end $$;
--> statement-breakpoint
-- The postings in review that the acting person stays away from: of barred organizations, and those whose wall, which a
-- posting raises before its owner has taken the stance, stands against the other bodies.
create function app.barred_reviews() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_stances text[]; v_barred uuid[];
begin
  if app.other_bodies() = '{}' then return '{}'; end if;
  v_stances := app.body_stances();
  v_barred := app.barred();
  return array(select p.id from public.posting p where p.state = 'in_review' and (p.organization_id = any (v_barred)
    or exists (select 1 from public.posting_part x where x.posting_id = p.id and x.version = p.version and x.wall_keys && v_stances)));
end $$;
--> statement-breakpoint
-- The reports by or about a barred organization; whom they are about is told to nobody but the officers' own functions.
create function app.barred_reports() returns uuid[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare v_barred uuid[];
begin
  if not app.officer() or app.other_bodies() = '{}' then return '{}'; end if;
  v_barred := app.barred();
  return array(select r.id from public.abuse_report r where r.organization_id = any (v_barred) or r.about_organization_id = any (v_barred));
end $$;
--> statement-breakpoint
-- As before; whoever acts for the secretariat or a regulator stands before the wall with all bodies to which they belong.
create or replace function app.stances() returns text[] language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return app.stances_of(app.org()) || app.body_stances();
end $$;
--> statement-breakpoint
revoke all on function app.rival_keys(text[]), app.other_bodies(), app.body_stances(), app.barred(), app.barred_reviews(), app.barred_reports() from public;
--> statement-breakpoint
grant execute on function app.body_stances(), app.barred(), app.barred_reviews(), app.barred_reports() to lilink_app;
--> statement-breakpoint
alter policy by_level on posting_part using (
  organization_id = (select app.org())
  or (state = 'live' and level = 'everyone')
  or (state = 'live' and level = 'member' and (select app.trades())
      and (not walled or not (wall_keys && (select app.stances()))))
  or (state in ('live', 'ended') and level <> 'own' and posting_id = any ((select app.partner_postings())::uuid[]))
  or (state = 'review' and level <> 'own' and (select app.officer())
      and organization_id <> all ((select app.barred())::uuid[]) and not (wall_keys && (select app.body_stances())))
  or (state = 'ended' and level in ('everyone', 'member') and (select app.officer())
      and (not walled or not (wall_keys && (select app.stances())))));
--> statement-breakpoint
alter policy own_or_officer on posting_review using (organization_id = (select app.org())
  or ((select app.officer()) and organization_id <> all ((select app.barred())::uuid[])));
--> statement-breakpoint
alter policy visible on attachment using (
  (organization_id = (select app.org()) and claim_id is null)
  or introduction_id = any ((select app.open_introductions())::uuid[])
  or (claim_id is not null and (select app.officer())
      and not exists (select 1 from claim c where c.id = attachment.claim_id and c.organization_id = any ((select app.barred())::uuid[])))
  or exists (select 1 from claim c where c.id = attachment.claim_id and c.person_id = (select app.person()))
  or exists (select 1 from posting_part p where p.posting_id = attachment.posting_id
       and p.fields -> 'attachments' @> jsonb_build_array(jsonb_build_object('publicId', attachment.public_id))));
--> statement-breakpoint
do $$ declare t text; begin
  foreach t in array array['return_value', 'return_explanation'] loop
    execute format('alter policy own_or_checker on %1$I using ((organization_id = (select app.org()) and (select app.files()))
      or exists (select 1 from return_form f where f.id = form_id and f.organization_id <> (select app.org()) and app.checks(f.organization_id, f.province)
        and f.organization_id <> all ((select app.barred())::uuid[])
        and (%1$I.version < f.version or f.state in (''submitted'', ''resubmitted'', ''verified'', ''locked''))))', t);
  end loop;
end $$;
--> statement-breakpoint
alter policy own_or_checker on return_event using (exists (select 1 from return_form f where f.id = form_id)
  and organization_id <> all ((select app.barred())::uuid[]));
--> statement-breakpoint
-- As before, and on nothing of a barred organization.
create or replace function app.decide_posting(p_posting uuid, p_version integer, p_publish boolean, p_now timestamptz, p_until timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  update public.posting set
      state = case when p_publish then 'published' else 'returned' end::public.posting_state,
      live_version = case when p_publish then p_version else live_version end,
      published_at = case when p_publish then p_now else published_at end,
      valid_until = case when p_publish then p_until else valid_until end,
      ended_at = case when p_publish then null else ended_at end,
      updated_at = p_now
    where id = p_posting and version = p_version and state = 'in_review'
      and organization_id is distinct from app.org() and submitted_by is distinct from app.person() and not app.belongs(organization_id)
      and id <> all (app.barred_reviews());
  if not found then return false; end if;
  if p_publish then
    update public.posting_part set state = 'past' where posting_id = p_posting and state in ('live', 'ended');
    update public.posting_part set state = 'live', published_at = p_now, valid_until = p_until
      where posting_id = p_posting and version = p_version;
    insert into public.posting_head (posting_id, organization_id, public_id, kind, state)
      select id, organization_id, public_id, kind, 'published' from public.posting where id = p_posting
      on conflict (posting_id) do update set state = 'published', ended_at = null;
  else
    update public.posting_part set state = 'returned' where posting_id = p_posting and version = p_version;
  end if;
  return true;
end $$;
--> statement-breakpoint
create or replace function app.decide_claim(p_claim uuid, p_approve boolean, p_reason text, p_now timestamptz)
returns uuid language plpgsql security definer set search_path = pg_catalog, public as $$
declare v public.claim;
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  update public.claim c set state = case when p_approve then 'approved' else 'refused' end::public.claim_state,
      decision_reason = p_reason, decided_by = app.person(), decided_at = p_now
    where c.id = p_claim and c.state = 'open' and c.person_id is distinct from app.person() and not app.belongs(c.organization_id)
      and c.organization_id <> all (app.barred())
      and exists (select 1 from public.organization o where o.id = c.organization_id and o.status in ('unclaimed', 'pending'))
    returning c.* into v;
  if v.id is null then return null; end if;
  if p_approve then
    update public.organization set status = 'verified', updated_at = p_now where id = v.organization_id;
    insert into public.organization_profile (organization_id, code_scheme, code, code_flags, updated_at)
      values (v.organization_id, v.code_scheme, v.code, v.code_flags, p_now)
      on conflict (organization_id) do update set code_scheme = excluded.code_scheme, code = excluded.code,
        code_flags = excluded.code_flags, updated_at = p_now;
    insert into public.membership (organization_id, person_id, role, active, created_at)
      values (v.organization_id, v.person_id, 'admin', true, p_now)
      on conflict (organization_id, person_id) do update set role = 'admin', active = true;
    update public.claim set state = 'refused', decision_reason = 'claimedByAnother', decided_by = app.person(), decided_at = p_now
      where organization_id = v.organization_id and state = 'open';
    update public.session set organization_id = v.organization_id
      where person_id = v.person_id and organization_id is null and revoked_at is null;
  else
    update public.organization set status = 'withdrawn', updated_at = p_now where id = v.organization_id and status = 'pending';
  end if;
  return v.organization_id;
end $$;
--> statement-breakpoint
create or replace function app.decide_report(p_public_id text, p_finding text, p_note text, p_now timestamptz)
returns table (id uuid, reporter uuid, about uuid) language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  return query update public.abuse_report r
    set finding = p_finding, note = p_note, decided_by = app.person(), decided_at = p_now
    where r.public_id = p_public_id and r.finding is null and app.org() not in (r.organization_id, r.about_organization_id)
      and not app.belongs(r.organization_id) and not app.belongs(r.about_organization_id)
      and r.id <> all (app.barred_reports())
    returning r.id, r.organization_id, r.about_organization_id;
end $$;
--> statement-breakpoint
create or replace function app.set_organization_status(p_org uuid, p_from public.organization_status[], p_to public.organization_status, p_now timestamptz)
returns uuid[] language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_closed uuid[];
begin
  if not app.officer() then raise exception 'not an officer' using errcode = '42501'; end if;
  update public.organization set status = p_to, updated_at = p_now where id = p_org and status = any (p_from) and id is distinct from app.org() and not app.belongs(id)
    and id <> all (app.barred());
  if not found then return null; end if;
  if p_to = 'verified' then return '{}'; end if;
  with closed as (update public.posting set state = 'closed', ended_at = p_now, updated_at = p_now
    where organization_id = p_org and state = 'published' returning id)
  select coalesce(array_agg(id), '{}') into v_closed from closed;
  update public.posting_part set state = 'ended' where organization_id = p_org and state = 'live';
  update public.posting_head set state = 'closed', ended_at = p_now where organization_id = p_org and state = 'published';
  return v_closed;
end $$;
--> statement-breakpoint
create or replace function app.assign_group(p_org uuid, p_group uuid, p_now timestamptz)
returns uuid[] language plpgsql security definer set search_path = pg_catalog, public as $$
declare v_before uuid;
begin
  if not app.officer() or p_org = any (app.barred()) then raise exception 'not an officer' using errcode = '42501'; end if;
  select group_id into v_before from public.organization_profile where organization_id = p_org for update;
  insert into public.organization_profile (organization_id, group_id, updated_at) values (p_org, p_group, p_now)
    on conflict (organization_id) do update set group_id = p_group, updated_at = p_now;
  return array(select organization_id from public.organization_profile
    where group_id in (v_before, p_group) or organization_id = p_org);
end $$;
--> statement-breakpoint
create or replace function app.decide_return(p_form uuid, p_version integer, p_verify boolean, p_text text, p_id uuid, p_now timestamptz)
returns boolean language plpgsql security definer set search_path = pg_catalog, public as $$
declare f public.return_form;
begin
  select * into f from public.return_form where id = p_form and version = p_version and state in ('submitted', 'resubmitted') for update;
  if f.id is null or not app.checks(f.organization_id, f.province) then return false; end if;
  if f.submitted_by is not distinct from app.person() or (f.submitted_by is null and f.organization_id = app.org())
    or exists (select 1 from public.return_value v where v.form_id = f.id and v.changed_by = app.person())
    or exists (select 1 from public.membership m where m.organization_id = f.organization_id and m.person_id = app.person() and f.organization_id <> app.org())
    or f.organization_id = any (app.barred())
  then raise exception 'maker and checker are one person, or of one interest' using errcode = '42501'; end if;
  if p_verify then
    update public.return_form set state = 'verified', verified_version = f.version, checked_by = app.person(), checked_at = p_now, updated_at = p_now where id = f.id;
  else
    perform app.copy_return(f.id, f.version);
    update public.return_form set state = 'queried', version = f.version + 1, checked_by = null, checked_at = null, submitted_by = null, updated_at = p_now where id = f.id;
  end if;
  insert into public.return_event (id, form_id, organization_id, version, kind, "text", by_person, by_organization, at)
    values (p_id, f.id, f.organization_id, f.version, case when p_verify then 'verified' else 'queried' end, p_text, app.person(), app.org(), p_now);
  return true;
end $$;
--> statement-breakpoint
create or replace function app.change_note(p_posting uuid) returns text language sql stable security definer set search_path = pg_catalog, public as $$
  select v.change_note from public.posting p join public.posting_version v on v.posting_id = p.id and v.version = p.version
  where p.id = p_posting and p.state = 'in_review' and app.officer() and p.id <> all (app.barred_reviews())
$$;
