"use client";

import { type Quarter, readCalendar, toQuarters } from "@lilink/model/appointment";
import { NoticeBox } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FileButton } from "#components/file-button.tsx";
import type { Window } from "../view.ts";

export type CalendarFileProps = {
  readonly zone: string;
  readonly window: Window;
  /** Clears busy hours and says how many were marked. */
  readonly clear: (busy: ReadonlySet<Quarter>) => number;
};

/** Takes busy hours of a calendar file out of what is marked. The file stays on the device. [AP1] */
export function CalendarFile({ zone, window, clear }: CalendarFileProps) {
  const t = useTranslations("appointment.mark");
  const id = useId();
  const [said, setSaid] = useState<{ readonly tone: "danger" | "info" | "warning"; readonly text: string }>();
  const read = async (file: File) => {
    const found = readCalendar(await file.text(), zone, window);
    if (!found) {
      setSaid({ tone: "danger", text: t("fileBad") });
      return;
    }
    const busy = toQuarters(
      found.busy.map(({ from, to }) => ({ from: Math.max(from, window.from), to: Math.min(to, window.to) })),
    );
    const text = t("fileRead", { read: found.read, cleared: clear(new Set(busy)) });
    const count = found.unread.length;
    setSaid(
      count > 0 ? { tone: "warning", text: `${text} ${t("fileUnread", { count })}` } : { tone: "info", text },
    );
  };
  return (
    <div className="flex max-w-2xl flex-col gap-2">
      <p>
        {t("file")}
        <span className="block text-sm text-muted">{t("fileHelp")}</span>
      </p>
      <FileButton
        id={id}
        label={t("fileChoose")}
        accept=".ics,text/calendar"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file) void read(file).finally(() => (target.value = ""));
        }}
      />
      <div role="status">{said ? <NoticeBox tone={said.tone}>{said.text}</NoticeBox> : null}</div>
    </div>
  );
}
