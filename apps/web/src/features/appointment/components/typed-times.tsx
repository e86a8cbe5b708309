"use client";

import { type Quarter, readTimes } from "@lilink/model/appointment";
import { Button, Field, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { Window } from "../view.ts";

export type TypedTimesProps = {
  readonly zone: string;
  readonly window: Window;
  readonly add: (quarters: readonly Quarter[]) => void;
};

/** Free hours that are typed or pasted; a line that is not understood says why, and stays. [AP1] */
export function TypedTimes({ zone, window, add }: TypedTimesProps) {
  const t = useTranslations("appointment.mark");
  const id = useId();
  const [text, setText] = useState("");
  const [faults, setFaults] = useState<readonly string[]>([]);
  const [said, setSaid] = useState("");
  const read = () => {
    const { quarters, faults } = readTimes(text, zone);
    const open = quarters.filter((one) => one >= window.from && one < window.to);
    setFaults(faults.map(({ line, why }) => t(`fault.${why}`, { line })));
    setSaid(text.trim() === "" ? "" : t("added", { hours: open.length / 4 }));
    if (open.length > 0) add(open);
    if (faults.length > 0) {
      const lines = text.split("\n");
      setText([...new Set(faults.map(({ line }) => lines[line - 1] ?? ""))].join("\n"));
    } else setText("");
  };
  return (
    <div className="flex max-w-2xl flex-col items-start gap-2">
      <Field
        id={id}
        label={t("text")}
        help={t("textHelp")}
        error={faults.length > 0 ? faults.join(" ") : undefined}
      >
        {(aria) => (
          <TextArea {...aria} rows={2} value={text} onChange={({ target }) => setText(target.value)} />
        )}
      </Field>
      <p role="status" className="empty:hidden">
        {said}
      </p>
      <Button onClick={read}>{t("textAdd")}</Button>
    </div>
  );
}
