import { useTranslations } from "next-intl";

/** A list as a file, in both forms; `href` is its address with at least one parameter, `pdf` that of a paper with the same. */
export function ExportLinks({ href, pdf }: { readonly href: string; readonly pdf?: string }) {
  const t = useTranslations("common.action");
  return (
    <span className="no-print inline-flex flex-wrap items-center gap-x-3 text-sm">
      <a className="text-link" href={href} download>
        {t("downloadCsv")}
      </a>
      <a className="text-link" href={`${href}&format=xlsx`} download>
        {t("downloadXlsx")}
      </a>
      {pdf ? (
        <a className="text-link" href={pdf} download>
          {t("downloadPdf")}
        </a>
      ) : null}
    </span>
  );
}
