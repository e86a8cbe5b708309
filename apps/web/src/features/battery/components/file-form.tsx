"use client";

import { mostUnits } from "@lilink/contract";
import type { FieldFault } from "@lilink/model/error";
import { Button, Field, NoticeBox, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FileButton } from "#components/file-button.tsx";
import { StateForm } from "#components/state-form.tsx";
import { toFieldMessage } from "#lib/error-message.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { readUnits } from "../view.ts";

type Fault = FieldFault & { readonly at: number };

/** Files batteries, typed or from a file: good lines are taken, the others stay in the field with what is wrong. */
export function FileForm() {
  const t = useTranslations("battery.list.file");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const [text, setText] = useState("");
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  const labels = { units: t("rows") };
  const { pending, failures, act } = useAct(labels);
  const rows = readUnits(text);

  const send = () =>
    act(
      async () => {
        const sent = rows.filter(({ fault }) => fault === null);
        const answer =
          sent.length > 0
            ? await client.battery.file.mutate({ units: sent.map(({ unit }) => unit) })
            : { filed: 0, known: 0, faults: [] };
        const wrong = [
          ...rows.flatMap(({ line, fault }) => (fault ? [{ line, ...fault }] : [])),
          ...answer.faults.map(({ at, ...fault }) => ({ line: sent[at]?.line ?? 0, ...fault })),
        ].sort((a, b) => a.line - b.line);
        const lines = text.split(/\r?\n/);
        setFaults(wrong.map(({ line: _, ...fault }, at) => ({ at, ...fault })));
        setText(wrong.map(({ line }) => lines[line] ?? "").join("\n"));
        return { ...answer, faults: wrong };
      },
      ({ filed, known, faults: found }) => t("done", { filed, known, faults: found.length }),
    );

  return (
    <StateForm className="flex flex-col gap-3" onSend={() => void send()}>
      <Field
        id="units"
        label={t("rows")}
        help={t("lead")}
        error={rows.length > mostUnits ? t("most", { most: mostUnits }) : failures.units}
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={5}
            spellCheck={false}
            className="max-h-72 font-mono"
            value={text}
            onChange={({ target }) => {
              setText(target.value);
              setFaults([]);
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant="accent"
          pending={pending}
          disabled={rows.length === 0 || rows.length > mostUnits}
        >
          {t("send")}
        </Button>
        <FileButton
          id="units-file"
          label={t("choose")}
          accept=".csv,.txt,text/csv,text/plain"
          onChange={async ({ target }) => {
            const picked = target.files?.[0];
            target.value = "";
            const read = (await picked?.text()) ?? "";
            setText((typed) => [typed.trimEnd(), read].filter((one) => one !== "").join("\n"));
          }}
        />
      </div>
      {faults.length > 0 ? (
        <NoticeBox tone="danger">
          <ul>
            {faults.slice(0, 50).map(({ at, ...fault }) => (
              <li key={at}>
                {t("faultLine", {
                  line: at + 1,
                  text: toFieldMessage(fault, { [fault.field]: nameOf(fault.field, t) }, errors).text,
                })}
              </li>
            ))}
          </ul>
        </NoticeBox>
      ) : null}
    </StateForm>
  );
}

function nameOf(field: string, t: ReturnType<typeof useTranslations<"battery.list.file">>): string {
  const name = `columns.${field}` as "columns.code";
  return t.has(name) ? t(name) : field;
}
