import { declineReasons } from "@lilink/model/introduction";
import { Button, Field, Section, TextInput } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { TextLink } from "#components/button-link.tsx";
import { organizationName } from "#features/organization/view.ts";
import type { WhyNot as Asked } from "../queries.ts";
import { WhyNotAnswer } from "./why-not-answer.tsx";

export type WhyNotProps = { readonly publicId: string; readonly asked: Asked };

/** A name is asked about, one of what goes by it is chosen, and the honest reason is given. */
export function WhyNot({ publicId, asked: { why, found, answers } }: WhyNotProps) {
  const t = useTranslations("market.why");
  const locale = useLocale();
  const pathname = `/postings/${publicId}/matches`;
  const linkTo = (choice: Record<string, string>) => `${toQuery(pathname, { why, ...choice })}#why`;
  const list = (label: string, items: readonly { id: string; href: string; text: string }[]): ReactNode =>
    items.length === 0 ? null : (
      <div>
        <h3 className="text-sm text-muted">{label}</h3>
        <ul>
          {items.map(({ id, href, text }) => (
            <li key={id} className="py-1">
              <TextLink href={href}>{text}</TextLink>
            </li>
          ))}
        </ul>
      </div>
    );
  const isEmpty = found !== null && found.postings.length + found.organizations.length === 0;
  return (
    <Section id="why" title={t("title")}>
      <p className="prose-measure mb-3 text-muted">{t("lead")}</p>
      <search className="no-print block">
        <form method="get" action="#why" className="flex max-w-xl flex-wrap items-end gap-2">
          <div className="min-w-0 flex-1 basis-60">
            <Field id="why-name" label={t("label")} help={t("help")}>
              {(aria) => <TextInput {...aria} name="why" type="search" maxLength={100} defaultValue={why} />}
            </Field>
          </div>
          <Button type="submit">{t("search")}</Button>
        </form>
      </search>
      <div aria-live="polite" className="mt-4 flex flex-col gap-3">
        {isEmpty ? <p>{t("nothingFound")}</p> : null}
        {found && !isEmpty ? (
          <>
            <p className="font-medium">{t("found")}</p>
            {list(
              t("postings"),
              found.postings.map(({ publicId: id, title }) => ({
                id,
                href: linkTo({ other: id }),
                text: title,
              })),
            )}
            {list(
              t("organizations"),
              found.organizations.map((one) => ({
                id: one.publicId,
                href: linkTo({ organization: one.publicId }),
                text: organizationName(one, locale),
              })),
            )}
          </>
        ) : null}
        {answers.map((answer) => (
          <WhyNotAnswer
            key={answer.other?.publicId ?? answer.code}
            answer={answer}
            reason={declineReasons.find((reason) => reason === answer.markReason)}
          />
        ))}
      </div>
    </Section>
  );
}

function toQuery(pathname: string, query: Readonly<Record<string, string>>): string {
  return `${pathname}?${new URLSearchParams(query)}`;
}
