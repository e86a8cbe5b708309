"use client";

import { markTimesSchema } from "@lilink/contract";
import { type Quarter, weekOf } from "@lilink/model/appointment";
import { Button, cn, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import type { z } from "zod";
import { forgetCopy, keepCopy, readCopy } from "#lib/form/local-copy.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Appointments } from "../queries.ts";
import { hoursOf, mondayOf, toFree, toggle, toMarked, toWindow, usualHours } from "../view.ts";
import { CalendarFile } from "./calendar-file.tsx";
import { TypedTimes } from "./typed-times.tsx";
import { WeekGrid } from "./week-grid.tsx";
import { ZoneChoice } from "./zone-choice.tsx";

export type TimeMarkerProps = {
  readonly appointments: Appointments;
  readonly zone: string;
  readonly setZone: (zone: string) => void;
  readonly close: () => void;
};

const all = Array.from({ length: 24 }, (_, hour) => hour);
const weeks = 4;
type Kept = { readonly free: z.output<typeof markTimesSchema>["free"] };

/** Marks when the own side can talk: on a grid of a week, typed, or less what a calendar holds. It is kept on the device until it is saved. [AP1] */
export function TimeMarker({ appointments, zone, setZone, close }: TimeMarkerProps) {
  const t = useTranslations("appointment.mark");
  const common = useTranslations("common.action");
  const { introduction, own, now, until } = appointments;
  const window = useMemo(() => toWindow(now, until), [now, until]);
  const draft = `lilink-hours:${introduction}`;
  const client = useTRPCClient();
  const { pending, act } = useAct({ free: t("title") });
  const [marked, setMarked] = useState(() => toMarked(own?.free ?? [], window));
  const [week, setWeek] = useState(0);
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const kept = readCopy<Kept>(draft);
    const known = markTimesSchema.shape.free.safeParse(kept?.values.free);
    if (known.success) setMarked(toMarked(known.data, window));
  }, [draft, window]);
  const change = (next: ReadonlySet<Quarter>) => {
    setMarked(next);
    keepCopy<Kept>(draft, { free: toFree(next) }, Date.now());
  };
  const monday = mondayOf(zone, now, week);
  const cells = useMemo(() => weekOf(zone, monday), [zone, monday]);
  const ofWeek = new Set(cells.flatMap(({ quarters }) => quarters));
  const save = async () => {
    const free = toFree(marked);
    const isSaved = await act(() => client.appointment.mark.mutate({ introduction, zone, free }));
    if (!isSaved) return;
    forgetCopy(draft);
    toast({ tone: "success", title: t("saved") });
    close();
  };
  return (
    <div className="no-print mt-4 flex flex-col gap-4">
      <h3>{t("title")}</h3>
      <ZoneChoice zone={zone} setZone={setZone} />
      <p className="text-muted">{t("help")}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" disabled={week === 0} onClick={() => setWeek(week - 1)}>
          {t("before")}
        </Button>
        <Button size="sm" disabled={week === weeks} onClick={() => setWeek(week + 1)}>
          {t("after")}
        </Button>
        <Button size="sm" onClick={() => change(new Set([...marked, ...usualHours(zone, monday, window)]))}>
          {t("usual")}
        </Button>
        <Button size="sm" onClick={() => change(new Set([...marked].filter((one) => !ofWeek.has(one))))}>
          {t("clearWeek")}
        </Button>
      </div>
      <WeekGrid
        cells={cells}
        marked={marked}
        window={window}
        hours={isLong ? all : all.slice(8, 20)}
        onToggle={(cell) => change(toggle(cell, marked, window))}
      />
      <Button variant="quiet" size="sm" className="self-start" onClick={() => setLong(!isLong)}>
        {t(isLong ? "late" : "early")}
      </Button>
      <p role="status" className={cn(marked.size === 0 && "text-muted")}>
        {t("count", { hours: hoursOf(marked) })}
      </p>
      <TypedTimes zone={zone} window={window} add={(quarters) => change(new Set([...marked, ...quarters]))} />
      <CalendarFile
        zone={zone}
        window={window}
        clear={(busy) => {
          const left = new Set([...marked].filter((one) => !busy.has(one)));
          change(left);
          return (marked.size - left.size) / 4;
        }}
      />
      <div className="flex gap-2">
        <Button variant="accent" pending={pending} onClick={() => void save()}>
          {t("save")}
        </Button>
        <Button variant="quiet" onClick={close}>
          {common("cancel")}
        </Button>
      </div>
    </div>
  );
}
