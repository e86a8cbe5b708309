import { emailSchema } from "@lilink/contract";
import { formatDate } from "@lilink/i18n";
import { Button, DescriptionList, Field, NoticeBox, PageHeader, Section, TextInput } from "@lilink/ui";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AccountForm } from "#features/operation/components/account-form.tsx";
import { holds } from "#features/shell/view.ts";
import { requireMember } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("operation.account"))("title") };
}

export default async function AccountsPage({ searchParams }: PageProps<"/[locale]/operations/accounts">) {
  const [viewer, query, t, common, locale] = await Promise.all([
    requireMember("/operations/accounts"),
    searchParams,
    getTranslations("operation.account"),
    getTranslations("operation"),
    getLocale(),
  ]);
  const header = <PageHeader title={t("title")} lead={t("lead")} />;
  if (!holds(viewer, "security_admin"))
    return (
      <>
        {header}
        <NoticeBox>{common("securityOnly")}</NoticeBox>
      </>
    );
  const asked = emailSchema.safeParse(query.email);
  const account = asked.success ? await (await caller()).account.find({ email: asked.data }) : null;
  return (
    <>
      {header}
      <Section id="find" title={t("find")}>
        <form className="flex max-w-xl flex-wrap items-end gap-3">
          <Field id="email" label={t("email")} error={query.email && !account ? t("none") : undefined}>
            {(aria) => (
              <TextInput
                {...aria}
                className="sm:w-80"
                name="email"
                type="email"
                defaultValue={asked.data ?? ""}
                autoComplete="off"
              />
            )}
          </Field>
          <Button type="submit">{t("find")}</Button>
        </form>
      </Section>
      {account ? (
        <Section id="account" title={account.name}>
          <DescriptionList
            className="mb-5"
            items={[
              { key: "email", term: t("email"), detail: account.email },
              {
                key: "state",
                term: t("state"),
                detail: account.disabledAt
                  ? t("locked", { date: formatDate(new Date(account.disabledAt), locale, "time") })
                  : t("open"),
              },
              { key: "sessions", term: t("sessions"), detail: String(account.sessions) },
              { key: "factors", term: t("factors"), detail: String(account.factors) },
            ]}
          />
          {account.own ? (
            <NoticeBox>{t("own")}</NoticeBox>
          ) : (
            <AccountForm publicId={account.publicId} locked={account.disabledAt !== null} />
          )}
        </Section>
      ) : null}
    </>
  );
}
