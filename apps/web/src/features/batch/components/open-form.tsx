"use client";

import { batchProcesses, custodyModels } from "@lilink/model/trace/batch";
import { Button, Field, Select, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

/** Opens a batch and leads to its page, where the rows are filled in. */
export function OpenForm({ today }: { readonly today: string }) {
  const t = useTranslations("batch");
  const client = useTRPCClient();
  const router = useRouter();
  const [number, setNumber] = useState("");
  const [process, setProcess] = useState<(typeof batchProcesses)[number]>("hydrometallurgical");
  const [custodyModel, setModel] = useState<(typeof custodyModels)[number]>("mass_balance");
  const [openedOn, setOpenedOn] = useState(today);
  const { pending, failures, act } = useAct({ number: t("form.number"), openedOn: t("form.openedOn") });
  const open = () =>
    act(async () => {
      const { publicId } = await client.batch.open.mutate({ number, process, custodyModel, openedOn });
      router.push(`/batteries/batches/${publicId}#edit`);
    }, t("list.opened_"));
  return (
    <StateForm className="grid max-w-3xl gap-4 sm:grid-cols-2" onSend={() => void open()}>
      <Field
        id="number"
        label={t("form.number")}
        help={t("form.numberHelp")}
        error={failures.number}
        required
      >
        {(aria) => (
          <TextInput
            {...aria}
            value={number}
            maxLength={60}
            onChange={({ target }) => setNumber(target.value)}
          />
        )}
      </Field>
      <Field
        id="openedOn"
        label={t("form.openedOn")}
        help={t("form.openedOnHelp")}
        error={failures.openedOn}
        required
      >
        {(aria) => (
          <TextInput
            {...aria}
            type="date"
            max={today}
            value={openedOn}
            onChange={({ target }) => setOpenedOn(target.value)}
          />
        )}
      </Field>
      <Field id="process" label={t("form.process")}>
        {(aria) => (
          <Select
            {...aria}
            value={process}
            onChange={({ target }) => setProcess(target.value as typeof process)}
            options={batchProcesses.map((value) => ({ value, label: t(`process.${value}`) }))}
          />
        )}
      </Field>
      <Field id="model" label={t("form.model")}>
        {(aria) => (
          <Select
            {...aria}
            value={custodyModel}
            onChange={({ target }) => setModel(target.value as typeof custodyModel)}
            options={custodyModels.map((value) => ({ value, label: t(`model.${value}`) }))}
          />
        )}
      </Field>
      <Button type="submit" variant="accent" pending={pending} className="justify-self-start">
        {t("list.openSend")}
      </Button>
    </StateForm>
  );
}
