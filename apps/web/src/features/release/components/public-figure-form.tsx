"use client";

import { publicFigureSchema } from "@lilink/contract";
import { Button, type ComboboxOption, Field, TextInput, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { FormErrors } from "#components/form-errors.tsx";
import { WordCombobox } from "#components/word-combobox.tsx";
import {
  OrganizationPick,
  type PickedOrganization,
} from "#features/organization/components/organization-pick.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

const fields = ["period", "source"] as const;

/** An officer notes what a listed firm has published itself. */
export function PublicFigureForm({ components }: { readonly components: readonly ComboboxOption[] }) {
  const t = useTranslations("release.known");
  const client = useTRPCClient();
  const router = useRouter();
  const [owner, setOwner] = useState<PickedOrganization | null>(null);
  const form = useFaultForm({
    schema: publicFigureSchema,
    defaultValues: { organization: "", component: "", period: "", source: "" },
    labels: Object.fromEntries(
      (["organization", "component", ...fields] as const).map((field) => [field, t(field)]),
    ),
  });
  const component = useWatch({ control: form.control, name: "component" });
  const note = form.submit(async (values) => {
    await client.publicFigure.note.mutate(values);
    toast({ title: t("noted"), tone: "success" });
    form.reset();
    setOwner(null);
    router.refresh();
  });
  return (
    <form method="post" onSubmit={note} noValidate className="flex max-w-xl flex-col gap-4">
      <FormErrors form={form} />
      <Field
        id={form.idOf("organization")}
        label={t("organization")}
        error={form.errorOf("organization")}
        required
      >
        {(aria) => (
          <OrganizationPick
            {...aria}
            label={t("organization")}
            value={owner}
            onPick={(picked) => {
              setOwner(picked);
              form.setValue("organization", picked.publicId, { shouldValidate: form.attempt > 0 });
            }}
          />
        )}
      </Field>
      <Field
        id={form.idOf("component")}
        label={t("component")}
        help={t("componentHelp")}
        error={form.errorOf("component")}
        required
      >
        {(aria) => (
          <WordCombobox
            {...aria}
            options={components}
            value={component || null}
            onChange={(code) => form.setValue("component", code ?? "", { shouldValidate: form.attempt > 0 })}
            text={{
              placeholder: t("componentChoose"),
              search: t("componentSearch"),
              empty: t("componentNone"),
            }}
          />
        )}
      </Field>
      {fields.map((field) => (
        <Field
          key={field}
          id={form.idOf(field)}
          label={t(field)}
          help={t(`${field}Help`)}
          error={form.errorOf(field)}
          required
        >
          {(aria) => <TextInput {...aria} {...form.register(field)} autoComplete="off" />}
        </Field>
      ))}
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("note")}
      </Button>
    </form>
  );
}
