"use client";

import { organizationEditSchema } from "@lilink/contract";
import { linkIds } from "@lilink/model/chain";
import {
  Button,
  Checkbox,
  type ComboboxOption,
  Field,
  Select,
  type SelectOption,
  TextArea,
  TextInput,
  toast,
} from "@lilink/ui";
import { useTranslations } from "next-intl";
import { Controller } from "react-hook-form";
import type { z } from "zod";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { ConceptListField } from "./concept-list-field.tsx";

export type OrganizationFormProps = {
  readonly values: z.input<typeof organizationEditSchema>;
  readonly provinces: readonly SelectOption[];
  readonly concepts: readonly ComboboxOption[];
};

const lines = ["nameEn", "website", "contactName", "contactEmail", "contactPhone"] as const;

export function OrganizationForm({ values, provinces, concepts }: OrganizationFormProps) {
  const t = useTranslations("settings.organization");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: organizationEditSchema,
    defaultValues: values,
    labels: Object.fromEntries(
      (["province", "links", "offers", "needs", "description", ...lines] as const).map((name) => [
        name,
        t(name),
      ]),
    ),
  });
  const save = form.submit(async (next) => {
    await client.organization.edit.mutate(next);
    toast({ title: t("saved"), tone: "success" });
    router.refresh();
  });
  const line = (name: (typeof lines)[number], help?: string) => (
    <Field
      id={form.idOf(name)}
      label={t(name)}
      help={help}
      optional={common("state.optional")}
      error={form.errorOf(name)}
    >
      {(aria) => <TextInput {...aria} {...form.register(name)} />}
    </Field>
  );
  return (
    <form onSubmit={save} noValidate className="flex max-w-2xl flex-col gap-5">
      <FormErrors form={form} />
      {line("nameEn")}
      <Field id={form.idOf("province")} label={t("province")} error={form.errorOf("province")}>
        {(aria) => (
          <Select
            {...aria}
            {...form.register("province", { setValueAs: (value) => value || null })}
            className="max-w-64"
            placeholder={common("form.choose")}
            options={provinces}
          />
        )}
      </Field>
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 font-medium">{t("links")}</legend>
        <p className="text-sm text-muted">{t("linksHelp")}</p>
        {linkIds.map((link) => (
          <Checkbox
            key={link}
            id={form.idOf(`links-${link}`)}
            value={link}
            label={common(`link.${link}`)}
            {...form.register("links")}
          />
        ))}
      </fieldset>
      {(["offers", "needs"] as const).map((name) => (
        <Controller
          key={name}
          control={form.control}
          name={name}
          render={({ field }) => (
            <ConceptListField
              id={form.idOf(name)}
              label={t(name)}
              error={form.errorOf(name)}
              options={concepts}
              value={field.value ?? []}
              onChange={field.onChange}
            />
          )}
        />
      ))}
      <Field
        id={form.idOf("description")}
        label={t("description")}
        optional={common("state.optional")}
        error={form.errorOf("description")}
      >
        {(aria) => <TextArea {...aria} {...form.register("description")} rows={5} />}
      </Field>
      {line("website", t("websiteHelp"))}
      {line("contactName", t("contactHelp"))}
      {line("contactEmail")}
      {line("contactPhone")}
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {common("action.save")}
      </Button>
    </form>
  );
}
