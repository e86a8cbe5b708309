"use client";

import { organizationRegistrationSchema, registrableKinds } from "@lilink/contract";
import {
  Button,
  Field,
  NoticeBox,
  RadioGroup,
  Select,
  type SelectOption,
  TextInput,
  toast,
} from "@lilink/ui";
import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FocusEvent, useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { forgetDraft, useKeptDraft } from "#lib/form/use-kept-draft.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { useTRPC } from "#lib/trpc/use-trpc.ts";
import { AlikeBodies } from "./alike-bodies.tsx";
import { CodeFields } from "./code-fields.tsx";
import { Filed } from "./filed.tsx";
import { blankToNull, PlaceFields } from "./place-fields.tsx";

const draft = "organization:new";

export type RegisterOrganizationProps = {
  /** What the directory was searched for and does not hold. */
  readonly name: string;
  readonly countries: readonly SelectOption[];
  readonly provinces: readonly SelectOption[];
};

export function RegisterOrganizationForm({ name, countries, provinces }: RegisterOrganizationProps) {
  const t = useTranslations("organization");
  const common = useTranslations("common");
  const client = useTRPCClient();
  const router = useRouter();
  const [claim, setClaim] = useState<string | null>(null);
  const form = useFaultForm({
    schema: organizationRegistrationSchema,
    defaultValues: {
      kind: "enterprise",
      nameZh: name,
      nameEn: "",
      country: "CN",
      province: null,
      links: [],
      codeScheme: "uscc",
      code: "",
      statement: "",
    },
    labels: {
      kind: t("new.kind"),
      nameZh: t("new.nameZh"),
      nameEn: t("new.nameEn"),
      country: t("new.country"),
      province: t("list.province"),
      links: t("new.links"),
      codeScheme: t("claim.scheme"),
      code: t("claim.code"),
      statement: t("claim.statement"),
    },
  });
  useKeptDraft(draft, form);
  const [named, setNamed] = useState({ nameZh: "", nameEn: "" });
  const trpc = useTRPC();
  const alike = useQuery(
    trpc.organization.alike.queryOptions(named, { enabled: `${named.nameZh}${named.nameEn}`.length > 1 }),
  );
  const note = (name: keyof typeof named) => ({
    onBlur: (event: FocusEvent<HTMLInputElement>) => setNamed({ ...named, [name]: event.target.value }),
  });
  if (claim) {
    return <Filed way="new" name={form.getValues("nameZh")} claim={claim} canDraft />;
  }
  const send = form.submit(async (values) => {
    const answer = await client.organization.register.mutate(values);
    forgetDraft(draft);
    toast({ title: t("new.done"), tone: "success" });
    setClaim(answer.claim);
    router.refresh();
  });
  return (
    <form method="post" onSubmit={send} noValidate className="flex flex-col gap-5">
      <FormErrors form={form} />
      <RadioGroup
        id={form.idOf("kind")}
        legend={t("new.kind")}
        error={form.errorOf("kind")}
        options={registrableKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        {...form.register("kind")}
      />
      <Field
        id={form.idOf("nameZh")}
        label={t("new.nameZh")}
        help={t("new.nameZhHelp")}
        error={form.errorOf("nameZh")}
        required
      >
        {(aria) => (
          <TextInput {...aria} {...form.register("nameZh", note("nameZh"))} autoComplete="organization" />
        )}
      </Field>
      <Field
        id={form.idOf("nameEn")}
        label={t("new.nameEn")}
        optional={common("state.optional")}
        error={form.errorOf("nameEn")}
      >
        {(aria) => <TextInput {...aria} {...form.register("nameEn", note("nameEn"))} />}
      </Field>
      {alike.data && alike.data.length > 0 ? (
        <NoticeBox tone="warning" title={t("new.alike")}>
          <AlikeBodies bodies={alike.data} />
          <p>{t("new.alikeHint")}</p>
        </NoticeBox>
      ) : null}
      <Field id={form.idOf("country")} label={t("new.country")} error={form.errorOf("country")} required>
        {(aria) => (
          <Select {...aria} {...form.register("country")} options={countries} className="max-w-96" />
        )}
      </Field>
      <PlaceFields
        province={form.register("province", blankToNull)}
        links={form.register("links")}
        provinces={provinces}
        labels={{ province: t("list.province"), any: t("new.notGiven"), links: t("new.links") }}
        idOf={form.idOf}
        errorOf={form.errorOf}
      />
      <CodeFields
        fields={{
          codeScheme: form.register("codeScheme"),
          code: form.register("code"),
          statement: form.register("statement"),
        }}
        idOf={form.idOf}
        errorOf={form.errorOf}
      />
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("new.submit")}
      </Button>
    </form>
  );
}
