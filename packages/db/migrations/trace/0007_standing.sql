-- How a battery stood when its events were last judged, as the job reads and writes it: enough to judge what happens later without reading
-- them again. `version` counts the writings of a row; a standing counts only where no writing came between its reading and its writing.
alter table trace.battery_state add column standing text, add column version integer not null default 0;
