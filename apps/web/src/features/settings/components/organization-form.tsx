"use client";

import { organizationEditSchema } from "@lilink/contract";
import {
  Button,
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
import { blankToNull, PlaceFields } from "#features/organization/components/place-fields.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { ConceptListField } from "./concept-list-field.tsx";

export type OrganizationFormProps = {
  readonly values: z.input<typeof organizationEditSchema>;
  readonly provinces: readonly SelectOption[];
  /** None of a body that is no enterprise. */
  readonly sizes: readonly SelectOption[];
  readonly concepts: readonly ComboboxOption[];
};

const lines = ["nameEn", "website", "contactName", "contactEmail", "contactPhone"] as const;

export function OrganizationForm({ values, provinces, sizes, concepts }: OrganizationFormProps) {
  const t = useTranslations("settings.organization");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: organizationEditSchema,
    defaultValues: values,
    labels: Object.fromEntries(
      (["province", "size", "links", "offers", "needs", "description", ...lines] as const).map((name) => [
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
    <form method="post" onSubmit={save} noValidate className="flex max-w-2xl flex-col gap-5">
      <FormErrors form={form} />
      {line("nameEn")}
      <PlaceFields
        province={form.register("province", blankToNull)}
        links={form.register("links")}
        provinces={provinces}
        labels={{
          province: t("province"),
          any: common("form.choose"),
          links: t("links"),
          linksHelp: t("linksHelp"),
        }}
        idOf={form.idOf}
        errorOf={form.errorOf}
      />
      {sizes.length > 0 ? (
        <Field
          id={form.idOf("size")}
          label={t("size")}
          help={t("sizeHelp")}
          optional={common("state.optional")}
          error={form.errorOf("size")}
        >
          {(aria) => (
            <Select
              {...aria}
              {...form.register("size", blankToNull)}
              className="max-w-64"
              placeholder={common("form.choose")}
              options={sizes}
            />
          )}
        </Field>
      ) : null}
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
