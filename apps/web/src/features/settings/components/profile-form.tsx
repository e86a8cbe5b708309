"use client";

import { profileSchema } from "@lilink/contract";
import { locales } from "@lilink/i18n";
import { Button, Checkbox, Field, RadioGroup, TextInput, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { z } from "zod";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type ProfileFormProps = {
  readonly email: string;
  readonly values: z.output<typeof profileSchema>;
  /** Every key, drawn on the server: its words come with no form. */
  readonly keys: ReactNode;
};

export function ProfileForm({ email, values, keys }: ProfileFormProps) {
  const t = useTranslations("settings.profile");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: profileSchema,
    defaultValues: values,
    labels: { name: t("name"), phone: t("phone"), locale: t("locale"), singleKeys: t("singleKeys") },
  });
  const save = form.submit(async (next) => {
    await client.person.edit.mutate(next);
    toast({ title: t("saved"), tone: "success" });
    router.refresh();
  });
  return (
    <form method="post" onSubmit={save} noValidate className="flex max-w-xl flex-col gap-5">
      <FormErrors form={form} />
      <Field id="email" label={t("email")} help={t("emailHelp")}>
        {(aria) => <TextInput {...aria} value={email} readOnly className="bg-sunken" />}
      </Field>
      <Field
        id={form.idOf("name")}
        label={t("name")}
        help={t("publicHelp")}
        error={form.errorOf("name")}
        required
      >
        {(aria) => <TextInput {...aria} {...form.register("name")} autoComplete="name" />}
      </Field>
      <Field
        id={form.idOf("phone")}
        label={t("phone")}
        optional={common("state.optional")}
        error={form.errorOf("phone")}
      >
        {(aria) => <TextInput {...aria} {...form.register("phone")} type="tel" autoComplete="tel" />}
      </Field>
      <RadioGroup
        id={form.idOf("locale")}
        legend={t("locale")}
        help={t("localeHelp")}
        error={form.errorOf("locale")}
        options={locales.map((value) => ({ value, label: common(`locale.${value}`) }))}
        inline
        {...form.register("locale")}
      />
      {keys}
      <Checkbox
        id={form.idOf("singleKeys")}
        label={t("singleKeys")}
        help={t("singleKeysHelp")}
        {...form.register("singleKeys")}
      />
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {common("action.save")}
      </Button>
    </form>
  );
}
