"use client";

import { definitionProposalSchema, toFaults } from "@lilink/contract";
import { type Definition, functionForms } from "@lilink/model/goals/definition";
import { Button, Field, TextArea, TextInput, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import { StateForm } from "#components/state-form.tsx";
import { toErrorMessage, toFieldMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { DefinitionData } from "../queries.ts";
import { componentsOf } from "../view.ts";
import { CheckFields } from "./check-fields.tsx";
import { MeasureFields } from "./measure-fields.tsx";
import { NameList } from "./name-list.tsx";
import { RuleFields } from "./rule-fields.tsx";
import { TermFields } from "./term-fields.tsx";
import { useProposal } from "./use-proposal.ts";

export type ProposalFormProps = {
  readonly definition: Definition;
  readonly usable: DefinitionData["usable"];
  /** The period that the form starts from. */
  readonly period: string;
};

/** An officer proposes a new version; everything is judged as it is typed. */
export function ProposalForm({ definition, usable, period }: ProposalFormProps) {
  const t = useTranslations("definition");
  const errors = useTranslations("error");
  const client = useTRPCClient();
  const router = useRouter();
  const id = useId();
  const proposal = useProposal(definition, usable);
  const components = componentsOf(definition, usable);
  const [fromPeriod, setFromPeriod] = useState(period);
  const [reason, setReason] = useState("");
  const [failures, setFailures] = useState<readonly { readonly field: string; readonly text: string }[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [pending, setPending] = useState(false);
  const labels = { fromPeriod: t("propose.fromPeriod"), reason: t("propose.reason") };
  const errorOf = (field: string) => failures.find((one) => one.field === field)?.text;

  const send = async () => {
    setAttempt((count) => count + 1);
    const input = {
      indicator: definition.indicator,
      basedOn: definition.version,
      fromPeriod,
      reason,
      edit: proposal.edit,
    };
    const parsed = definitionProposalSchema.safeParse(input);
    if (!parsed.success) {
      setFailures(toFaults(parsed.error).map((fault) => toFieldMessage(fault, labels, errors)));
      return;
    }
    setPending(true);
    try {
      const { version } = await client.definition.propose.mutate(parsed.data);
      toast({ title: t("propose.sent", { version }), tone: "success" });
      router.push(`/indicators/${definition.indicator}`);
      router.refresh();
    } catch (error) {
      const { text, fields } = toErrorMessage(error, labels, errors);
      setFailures(fields.length > 0 ? fields : [{ field: "", text }]);
    }
    setPending(false);
  };

  const given = { proposal, definition, components };
  const faults = proposal.faults.length;
  return (
    <StateForm onSend={() => void send()} noValidate className="flex max-w-2xl flex-col gap-10">
      <FormErrors
        form={{
          attempt,
          summary: failures.map(({ field, text }) => ({
            text,
            fieldId: field in labels ? `${id}-${field}` : undefined,
          })),
        }}
      />
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 text-lg font-semibold">{t("terms")}</legend>
        <TermFields proposal={proposal} />
      </fieldset>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 text-lg font-semibold">{t("propose.measures")}</legend>
        <p className="text-sm text-muted">
          {`${t("propose.measuresHelp")} ${t("propose.functions", { list: Object.keys(functionForms).join(", ") })} ${t("propose.exampleHelp")}`}
        </p>
        <NameList definition={definition} usable={usable} />
        <MeasureFields {...given} />
      </fieldset>
      <fieldset className="flex flex-col gap-6">
        <legend className="mb-2 text-lg font-semibold">{t("checks")}</legend>
        <CheckFields {...given} />
      </fieldset>
      <fieldset className="flex flex-col gap-4">
        <legend className="mb-2 text-lg font-semibold">{t("rules")}</legend>
        <RuleFields proposal={proposal} components={definition.components} />
      </fieldset>
      <div className="flex flex-col gap-4">
        <Field
          id={`${id}-fromPeriod`}
          label={t("propose.fromPeriod")}
          help={t("propose.fromPeriodHelp", { example: period })}
          error={errorOf("fromPeriod")}
          required
        >
          {(aria) => (
            <TextInput
              {...aria}
              className="max-w-48"
              value={fromPeriod}
              onChange={(event) => setFromPeriod(event.target.value)}
            />
          )}
        </Field>
        <Field
          id={`${id}-reason`}
          label={t("propose.reason")}
          help={t("propose.reasonHelp")}
          error={errorOf("reason")}
          required
        >
          {(aria) => (
            <TextArea {...aria} rows={3} value={reason} onChange={(event) => setReason(event.target.value)} />
          )}
        </Field>
        <p aria-live="polite" className="text-sm text-muted">
          {faults === 0 ? t("propose.ready") : t("propose.count", { count: faults })}
        </p>
        <Button type="submit" variant="accent" pending={pending} className="self-start">
          {t("propose.send")}
        </Button>
      </div>
    </StateForm>
  );
}
