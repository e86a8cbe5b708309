import { type Column, DataTable, PageHeader, Section } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { Scrolled } from "#components/scrolled.tsx";
import type { Guide, GuideOperation } from "./to-guide.ts";

const rules = ["json", "once", "pages", "limits", "doubts", "fields"] as const;

function searchExample(api: string): string {
  return `curl -H "Authorization: Bearer llk_…" "${api}/postings?kind=need&link=materials&limit=20"`;
}

function draftExample(api: string): string {
  return [
    `curl -X POST -H "$auth" -H "$json" ${api}/postings -d '{"kind":"need"}'`,
    `curl -X PUT -H "$auth" -H "$json" ${api}/postings/$id/draft -d '{"revision":0,"levels":{},"content":{`,
    `  "concept":"li2co3-batt","language":"en","title":"Battery-grade lithium carbonate",`,
    `  "summary":"Low magnetic impurities.","cooperation":["supply"],`,
    `  "figures":[{"attribute":"purity","op":">=","value":"99.5","unit":"mass %","hard":true}]}}'`,
    `curl -X POST -H "$auth" ${api}/postings/$id/submit`,
  ].join("\n");
}

/** Names of fields and headers in back-ticks, as the document for machines writes them, set as code. */
function Marked({ text }: { readonly text: string }) {
  return text.split("`").map((part, at) => (at % 2 === 0 ? part : <code key={part}>{part}</code>));
}

export type ApiGuideProps = { readonly guide: Guide; readonly publicUrl: string };

/** How programs use the product: key, examples, conventions, errors and every operation. */
export function ApiGuide({ guide, publicUrl }: ApiGuideProps) {
  const t = useTranslations("api.guide");
  const api = new URL("/api/v1", publicUrl).href;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t.rich("lead", {
          document: (path) => (
            <a className="text-link" href="/api/openapi.json">
              {path}
            </a>
          ),
        })}
      />
      <nav aria-label={t("contents")} className="mb-8 flex flex-wrap gap-x-4 gap-y-1 text-sm">
        {guide.groups.map(({ tag, title, operations }) => (
          <a key={tag} className="text-link" href={`#operations-${tag}`}>
            {title} <span className="text-muted tabular-nums">{operations.length}</span>
          </a>
        ))}
        <a className="text-link" href="#errors">
          {t("errors")}
        </a>
      </nav>
      <Section id="key" title={t("key")}>
        <Words>{t("keyBody")}</Words>
        <Words>{t("keyExample")}</Words>
        <Example label={t("key")}>{searchExample(api)}</Example>
        <p>
          <TextLink href="/settings/keys">{t("makeKey")}</TextLink>
        </p>
      </Section>
      <Section id="draft" title={t("draft")}>
        <Words>{t("draftBody")}</Words>
        <Example label={t("draft")}>{draftExample(api)}</Example>
      </Section>
      <Section id="rules" title={t("rules")}>
        <ul className="prose-measure list-disc pl-5">
          {rules.map((rule) => (
            <li key={rule}>{t(`rule.${rule}`)}</li>
          ))}
        </ul>
      </Section>
      <Operations guide={guide} />
      <Section id="errors" title={t("errors")} fold={t("answers", { count: guide.errors.length })}>
        <Words>{t("errorsBody")}</Words>
        <DataTable
          caption={t("errors")}
          rows={guide.errors}
          rowKey={({ status }) => status}
          columns={[
            { key: "status", label: t("status"), lead: true, cell: ({ status }) => status },
            { key: "meaning", label: t("meaning"), cell: ({ meaning }) => <Marked text={meaning} /> },
          ]}
        />
      </Section>
    </>
  );
}

function Operations({ guide }: { readonly guide: Guide }) {
  const t = useTranslations("api.guide");
  const columns: readonly Column<GuideOperation>[] = [
    { key: "operation", label: t("operation"), lead: true, cell: ({ summary }) => summary },
    {
      key: "call",
      label: t("call"),
      cell: ({ method, path }) => (
        <code className="text-sm wrap-anywhere">
          {method} {path}
        </code>
      ),
    },
    {
      key: "scope",
      label: t("scope"),
      cell: ({ scope }) =>
        scope ? <code className="text-sm whitespace-nowrap">{scope}</code> : <span>{t("noScope")}</span>,
    },
  ];
  return guide.groups.map(({ tag, title, operations }) => (
    <Section
      key={tag}
      id={`operations-${tag}`}
      title={title}
      fold={t("operations", { count: operations.length })}
    >
      <DataTable caption={title} rows={operations} rowKey={({ id }) => id} columns={columns} />
    </Section>
  ));
}

function Words({ children }: { readonly children: ReactNode }) {
  return <p className="prose-measure mb-3">{children}</p>;
}

function Example({ label, children }: { readonly label: string; readonly children: string }) {
  return (
    <Scrolled label={label} className="mb-3 rounded-md border border-line bg-sunken p-3">
      <pre className="font-mono text-sm">{children}</pre>
    </Scrolled>
  );
}
