"use client";

import { useFrameworks, usePurposes } from "@lilink/model/posting";
import { Button, Checkbox, Field, RadioGroup, TextArea, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { PostingUse } from "../queries.ts";

export type UsageFormProps = { readonly publicId: string; readonly terms: PostingUse | null };

/** The author's terms. They open in place, for most visits come to read. [US1] [US2] */
export function UsageForm({ publicId, terms }: UsageFormProps) {
  const t = useTranslations("usage");
  const client = useTRPCClient();
  const { pending, act } = useAct();
  const [open, setOpen] = useState(false);
  if (open) return <OpenForm publicId={publicId} terms={terms} close={() => setOpen(false)} />;
  return (
    <div className="no-print mt-4 flex flex-wrap gap-2">
      <Button onClick={() => setOpen(true)}>{t(terms ? "form.change" : "form.begin")}</Button>
      {terms ? (
        <Button
          variant="quiet"
          pending={pending}
          onClick={() => void act(() => client.use.set.mutate({ publicId, terms: null }), t("form.removed"))}
        >
          {t("form.remove")}
        </Button>
      ) : null}
    </div>
  );
}

function OpenForm({ publicId, terms, close }: UsageFormProps & { readonly close: () => void }) {
  const t = useTranslations("usage");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const [purposes, setPurposes] = useState<readonly string[]>(terms?.purposes ?? ["evaluate"]);
  const [framework, setFramework] = useState<string>(terms?.framework ?? "free");
  const [until, setUntil] = useState(terms?.until ?? "");
  const [words, setWords] = useState(terms?.words ?? "");
  const { pending, failures, act } = useAct({
    "terms.purposes": t("field.purposes"),
    "terms.framework": t("field.framework"),
    "terms.until": t("field.until"),
    "terms.words": t("field.words"),
  });
  const send = async () => {
    const given = {
      purposes: usePurposes.filter((one) => purposes.includes(one)),
      framework: useFrameworks.find((one) => one === framework) ?? "free",
      until: until || null,
      words,
    };
    if (await act(() => client.use.set.mutate({ publicId, terms: given }), t("form.saved"))) close();
  };
  return (
    <StateForm noValidate className="no-print mt-5 flex max-w-2xl flex-col gap-5" onSend={() => void send()}>
      <p className="text-sm text-muted">{t(terms ? "form.again" : "form.found")}</p>
      <fieldset aria-describedby={failures["terms.purposes"] ? "usage-purposes-error" : undefined}>
        <legend className="mb-2 font-medium">{t("field.purposes")}</legend>
        <div className="flex flex-col gap-2">
          {usePurposes.map((purpose) => (
            <Checkbox
              key={purpose}
              id={`usage-${purpose}`}
              label={t(`purpose.${purpose}`)}
              checked={purposes.includes(purpose)}
              onChange={({ target }) =>
                setPurposes(
                  target.checked ? [...purposes, purpose] : purposes.filter((one) => one !== purpose),
                )
              }
            />
          ))}
        </div>
        {failures["terms.purposes"] ? (
          <p id="usage-purposes-error" role="alert" className="mt-1 text-sm text-danger">
            {failures["terms.purposes"]}
          </p>
        ) : null}
      </fieldset>
      <RadioGroup
        id="usage-framework"
        name="framework"
        legend={t("field.framework")}
        error={failures["terms.framework"]}
        options={useFrameworks.map((value) => ({
          value,
          label: t(`framework.${value}`),
          help: t(`frameworkHelp.${value}`),
        }))}
        value={framework}
        onChange={({ target }) => setFramework((target as HTMLInputElement).value)}
      />
      <Field
        id="usage-until"
        label={t("field.until")}
        help={t("form.untilHelp")}
        optional={common("state.optional")}
        error={failures["terms.until"]}
      >
        {(aria) => (
          <TextInput
            {...aria}
            type="date"
            className="w-48"
            value={until}
            onChange={({ target }) => setUntil(target.value)}
          />
        )}
      </Field>
      <Field
        id="usage-words"
        label={t("field.words")}
        optional={common("state.optional")}
        error={failures["terms.words"]}
      >
        {(aria) => (
          <TextArea {...aria} rows={3} value={words} onChange={({ target }) => setWords(target.value)} />
        )}
      </Field>
      <div className="flex gap-2">
        <Button type="submit" variant="accent" pending={pending}>
          {t("form.save")}
        </Button>
        <Button variant="quiet" onClick={close}>
          {common("action.cancel")}
        </Button>
      </div>
    </StateForm>
  );
}
