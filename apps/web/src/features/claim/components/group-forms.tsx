"use client";

import { groupCreateSchema } from "@lilink/contract";
import { Button, Combobox, type ComboboxOption, Field, Tag, TextInput, toast } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FormErrors } from "#components/form-errors.tsx";
import { organizationName } from "#features/organization/view.ts";
import { useAct } from "#lib/form/use-act.ts";
import { useFaultForm } from "#lib/form/use-fault-form.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export function NewGroupForm() {
  const t = useTranslations("organization.group");
  const optional = useTranslations("common.state");
  const client = useTRPCClient();
  const router = useRouter();
  const form = useFaultForm({
    schema: groupCreateSchema,
    defaultValues: { name: "", nameEn: "" },
    labels: { name: t("name"), nameEn: t("nameEn") },
  });
  const create = form.submit(async (values) => {
    await client.organization.createGroup.mutate(values);
    toast({ title: t("created"), tone: "success" });
    form.reset();
    router.refresh();
  });
  return (
    <form method="post" onSubmit={create} noValidate className="flex max-w-xl flex-col gap-4">
      <FormErrors form={form} />
      <Field id={form.idOf("name")} label={t("name")} error={form.errorOf("name")} required>
        {(aria) => <TextInput {...aria} {...form.register("name")} />}
      </Field>
      <Field
        id={form.idOf("nameEn")}
        label={t("nameEn")}
        error={form.errorOf("nameEn")}
        optional={optional("optional")}
      >
        {(aria) => <TextInput {...aria} {...form.register("nameEn")} />}
      </Field>
      <Button type="submit" variant="accent" pending={form.pending} className="self-start">
        {t("create")}
      </Button>
    </form>
  );
}

export type GroupMembersProps = {
  readonly group: string;
  readonly members: readonly { readonly publicId: string; readonly name: string }[];
};

/** The members of one group as tags; the next is found by name in the directory. */
export function GroupMembers({ group, members }: GroupMembersProps) {
  const t = useTranslations("organization.group");
  const client = useTRPCClient();
  const locale = useLocale();
  const { act } = useAct();
  const [options, setOptions] = useState<readonly ComboboxOption[]>([]);

  const assign = (organization: string, to: string | null) =>
    act(() => client.organization.assignGroup.mutate({ organization, group: to }), t("moved"));
  const search = async (q: string) => {
    const { items } = await client.organization.list.query({ q, limit: 10 });
    setOptions(
      items.map((one) => ({ value: one.publicId, label: organizationName(one, locale), keywords: [q] })),
    );
  };

  return (
    <div className="flex flex-wrap items-center gap-2">
      {members.length === 0 ? <span className="text-muted">{t("none")}</span> : null}
      {members.map((member) => (
        <Tag
          key={member.publicId}
          removeLabel={t("remove", { name: member.name })}
          onRemove={() => void assign(member.publicId, null)}
        >
          {member.name}
        </Tag>
      ))}
      <Combobox
        aria-label={t("add")}
        className="w-56"
        options={options}
        text={{ placeholder: t("add"), search: t("choose"), empty: t("choose") }}
        value={null}
        onSearch={(text) => void search(text)}
        onChange={(organization) => {
          if (organization) void assign(organization, group);
        }}
      />
    </div>
  );
}
