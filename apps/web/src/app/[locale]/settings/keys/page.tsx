import { apiScopes } from "@lilink/model/policy";
import { NoticeBox, Section } from "@lilink/ui";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { TextLink } from "#components/button-link.tsx";
import { KeyForm } from "#features/settings/components/key-form.tsx";
import { KeyTable } from "#features/settings/components/key-table.tsx";
import { requireMember } from "#lib/session.ts";
import { caller } from "#lib/trpc/server.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.section"))("keys") };
}

export default async function KeysPage() {
  const [viewer, t] = await Promise.all([requireMember("/settings/keys"), getTranslations("settings.keys")]);
  const { role, verified, duties } = viewer.organization;
  if (role !== "admin") return <NoticeBox>{t("adminOnly")}</NoticeBox>;
  if (!verified) return <NoticeBox>{t("unverified")}</NoticeBox>;
  const keys = await (await caller()).key.list();
  return (
    <>
      <Section id="keys" title={t("caption")}>
        <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
        <KeyTable keys={keys} />
      </Section>
      <Section id="create" title={t("create")}>
        <KeyForm
          scopes={apiScopes.filter((scope) => !(duties.includes("delegate") && scope.startsWith("returns:")))}
        />
      </Section>
      <Section id="programs" title={t("docsTitle")}>
        <p className="prose-measure text-muted">
          {t.rich("docs", {
            document: (path) => (
              <a className="text-link" href="/api/openapi.json">
                {path}
              </a>
            ),
            guide: (name) => <TextLink href="/interface">{name}</TextLink>,
          })}
        </p>
      </Section>
    </>
  );
}
