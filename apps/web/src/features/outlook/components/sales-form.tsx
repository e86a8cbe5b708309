"use client";

import { Button, Field, TextArea, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { readSales } from "../view.ts";

/** Brings in sales from pasted lines. */
export function SalesForm() {
  const t = useTranslations("outlook");
  const client = useTRPCClient();
  const [text, setText] = useState("");
  const [source, setSource] = useState("");
  const { pending, failures, act } = useAct({ source: t("sourceField"), rows: t("rows") });
  const { rows, fault } = readSales(text);
  return (
    <StateForm
      className="flex max-w-xl flex-col gap-4"
      onSend={() => {
        if (fault === null)
          void act(
            () => client.outlook.save.mutate({ source, rows: [...rows] }),
            (done) => t("done", { rows: done.rows }),
          );
      }}
    >
      <Field
        id="sales-rows"
        label={t("rows")}
        help={t("importLead")}
        error={fault === null ? failures.rows : t("badLine", { line: fault })}
        required
      >
        {(aria) => (
          <TextArea
            {...aria}
            rows={5}
            value={text}
            placeholder="2021,44,lfp,8.5"
            onChange={({ target }) => setText(target.value)}
          />
        )}
      </Field>
      <Field id="sales-source" label={t("sourceField")} error={failures.source} required>
        {(aria) => <TextInput {...aria} value={source} onChange={({ target }) => setSource(target.value)} />}
      </Field>
      <Button type="submit" pending={pending} className="self-start">
        {t("send")}
      </Button>
    </StateForm>
  );
}
