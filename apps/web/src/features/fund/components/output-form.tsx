"use client";

import { type CreditRole, creditRoles, outputKinds } from "@lilink/model/fund/life";
import { Button, Field, Select, Tag, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useSmallForm } from "#components/use-small-form.tsx";
import { readNumber } from "#lib/form/read-number.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type Person = { readonly name: string; readonly roles: readonly CreditRole[]; readonly share: string };
const nobody: Person = { name: "", roles: [], share: "" };

/** Tells what came of the project, and who made it in which roles. [FU23] [FU25] */
export function OutputForm({ publicId }: { readonly publicId: string }) {
  const t = useTranslations("fund");
  const own = useTranslations("common.ownWords");
  const client = useTRPCClient();
  const [people, setPeople] = useState<readonly Person[]>([]);
  const labels: Record<string, string> = {
    kind: t("project.kind"),
    title: t("project.output"),
    identifier: t("project.identifier"),
    madeOn: t("project.madeOn"),
    share: t("project.shareField"),
    contributors: t("project.contributors"),
  };
  for (const at of people.keys())
    for (const [name, label] of [
      ["name", t("project.name")],
      ["roles", t("project.roles")],
      ["share", t("project.credit")],
    ] as const)
      labels[`contributors.${at}.${name}`] = `${t("project.contributor", { number: at + 1 })} · ${label}`;
  const form = useSmallForm("output", { kind: "paper", share: "100" }, labels);
  const { values, failures } = form;
  const send = async () => {
    const done = await form.act(
      () =>
        client.fund.addOutput.mutate({
          publicId,
          kind: outputKinds.find((one) => one === values.kind) ?? "paper",
          title: values.title ?? "",
          identifier: values.identifier ?? "",
          madeOn: values.madeOn ?? "",
          share: readNumber(values.share) ?? Number.NaN,
          contributors: people.map(({ name, roles, share }) => ({
            name,
            roles: [...roles],
            share: readNumber(share) ?? Number.NaN,
          })),
        }),
      t("project.told"),
    );
    if (done) setPeople([]);
  };
  return form.frame(
    () => void send(),
    t("project.addOutput"),
    <>
      {form.choice(
        "kind",
        outputKinds.map((value) => ({ value, label: t(`outputKind.${value}`) })),
      )}
      {form.text("title", { help: own("help"), required: true })}
      {form.text("identifier", { required: true })}
      {form.text("madeOn", { type: "date", required: true })}
      {form.text("share", { decimal: true, required: true })}
      <fieldset className="flex flex-col items-start gap-4 sm:col-span-2 lg:col-span-3">
        <legend className="mb-1 font-medium">{t("project.contributors")}</legend>
        <p className="text-sm text-muted">{t("project.contributorsHelp")}</p>
        {failures.contributors ? (
          <p role="alert" className="text-sm text-danger">
            {failures.contributors}
          </p>
        ) : null}
        {people.map((person, at) => (
          <PersonFields
            // The place of a contributor is what it is known by.
            key={`contributor-${String(at)}`}
            at={at}
            person={person}
            failures={failures}
            onChange={(changed) => setPeople(people.map((one, place) => (place === at ? changed : one)))}
            onRemove={() => setPeople(people.filter((_, place) => place !== at))}
          />
        ))}
        <Button size="sm" onClick={() => setPeople([...people, nobody])}>
          {t("project.addContributor")}
        </Button>
      </fieldset>
    </>,
  );
}

type PersonProps = {
  readonly at: number;
  readonly person: Person;
  readonly failures: Readonly<Record<string, string>>;
  readonly onChange: (person: Person) => void;
  readonly onRemove: () => void;
};

function PersonFields({ at, person, failures, onChange, onRemove }: PersonProps) {
  const t = useTranslations("fund");
  const field = (name: string) => `contributors.${at}.${name}`;
  const roleName = (role: CreditRole) => t(`credit.${role}`);
  return (
    <div className="grid w-full items-start gap-x-6 gap-y-3 border-t border-line pt-3 sm:grid-cols-[minmax(0,12rem)_minmax(0,1fr)_8rem_auto]">
      <Field id={`output-name-${at}`} label={t("project.name")} error={failures[field("name")]} required>
        {(aria) => (
          <TextInput
            {...aria}
            value={person.name}
            onChange={({ target }) => onChange({ ...person, name: target.value })}
          />
        )}
      </Field>
      <Field id={`output-roles-${at}`} label={t("project.roles")} error={failures[field("roles")]} required>
        {(aria) => (
          <div className="flex flex-wrap items-center gap-2">
            {person.roles.map((role) => (
              <Tag
                key={role}
                removeLabel={t("project.removeRole", { role: roleName(role) })}
                onRemove={() => onChange({ ...person, roles: person.roles.filter((one) => one !== role) })}
              >
                {roleName(role)}
              </Tag>
            ))}
            <Select
              {...aria}
              value=""
              placeholder={t("project.addRole")}
              options={creditRoles
                .filter((role) => !person.roles.includes(role))
                .map((value) => ({ value, label: roleName(value) }))}
              onChange={({ target }) => {
                const added = creditRoles.find((role) => role === target.value);
                if (added) onChange({ ...person, roles: [...person.roles, added] });
              }}
            />
          </div>
        )}
      </Field>
      <Field id={`output-credit-${at}`} label={t("project.credit")} error={failures[field("share")]} required>
        {(aria) => (
          <TextInput
            {...aria}
            inputMode="decimal"
            value={person.share}
            onChange={({ target }) => onChange({ ...person, share: target.value })}
          />
        )}
      </Field>
      <Button size="sm" className="sm:mt-7" onClick={onRemove}>
        {t("project.removeContributor")}
      </Button>
    </div>
  );
}
