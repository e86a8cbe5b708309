import { createTranslator, defaultLocale, type Locale, toNoticeText } from "@lilink/i18n";
import { fixedNoticeKinds, type NoticeKind } from "@lilink/model/notice";
import { escapeHtml, toHeaderLine, toOneLine } from "./escape-html.ts";

export type LetterRequest = {
  readonly kind: NoticeKind;
  readonly params: Readonly<Record<string, string>>;
  readonly locale: Locale;
  /** The address of the exchange, without a slash at its end. */
  readonly publicUrl: string;
  /** Where the letter leads, as a path without a language. */
  readonly path: string;
};

export type Letter = { readonly subject: string; readonly text: string; readonly html: string };

/** The e-mail of one notice, as text and as HTML that needs nothing from anywhere. Whatever people wrote is escaped. */
export function renderLetter({ kind, params, locale, publicUrl, path }: LetterRequest): Letter {
  const t = createTranslator(locale, "mail");
  const given = Object.fromEntries(Object.entries(params).map(([name, text]) => [name, toOneLine(text)]));
  const { title, body, next } = toNoticeText(locale, kind, given);
  const base = `${publicUrl}${locale === defaultLocale ? "" : `/${locale}`}`;
  const link = `${base}${path.startsWith("/") ? path : `/${path}`}`;
  const why = fixedNoticeKinds.includes(kind)
    ? t("footer.once")
    : t("footer.choice", {
        choice: createTranslator(locale, "notice.choice")(`${kind as "match.found"}`),
        address: `${base}/settings/notices`,
      });
  const lines = [title, body, `${next}\n${link}`, `-- \n${t("signature")}\n${why}`];
  return {
    subject: toHeaderLine(t("subject", { title })),
    text: `${lines.filter((line) => line !== "").join("\n\n")}\n`,
    html: toHtml({ locale, title, body, link, next, signature: t("signature"), why }),
  };
}

type HtmlParts = Readonly<
  Record<"locale" | "title" | "body" | "link" | "next" | "signature" | "why", string>
>;

function toHtml(parts: HtmlParts): string {
  const safe = Object.fromEntries(
    Object.entries(parts).map(([name, text]) => [name, escapeHtml(text)]),
  ) as HtmlParts;
  const font = "font-family:-apple-system,'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
  return `<!doctype html>
<html lang="${safe.locale}"><head><meta charset="utf-8"><title>${safe.title}</title></head>
<body style="margin:0;padding:24px;background:#fff;color:#1b1d21;${font};font-size:16px;line-height:1.6">
<div style="max-width:560px">
<h1 style="margin:0 0 12px;font-size:18px;font-weight:600">${safe.title}</h1>
<p style="margin:0 0 20px;white-space:pre-line">${safe.body}</p>
<p style="margin:0 0 8px"><a href="${safe.link}" style="display:inline-block;padding:9px 16px;background:#b3123f;color:#fff;text-decoration:none">${safe.next}</a></p>
<p style="margin:0 0 24px;font-size:13px;color:#5c6370;word-break:break-all">${safe.link}</p>
<p style="margin:0;padding-top:12px;border-top:1px solid #d9dce1;font-size:13px;color:#5c6370">${safe.signature}<br>${safe.why}</p>
</div></body></html>
`;
}
