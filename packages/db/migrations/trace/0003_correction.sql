-- Corrections are few and are asked for by themselves: an index of theirs alone, the code first.
create index custody_event_correction_idx on trace.custody_event (code) where corrects is not null;
