"use client";

import { Button, RadioGroup } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { labelsShown } from "../view.ts";
import { drawLabels, type SymbolKind, symbols } from "./draw-label.ts";

const perPage = 24;

/** Labels of 70 by 37 mm on sheets of A4; what else is on the page is not printed. */
export function LabelSheet({ codes }: { readonly codes: readonly string[] }) {
  const t = useTranslations("battery.lab.labels");
  const [kind, setKind] = useState<SymbolKind>("qr");
  const [pictures, setPictures] = useState<readonly (string | null)[] | null>(null);
  useEffect(() => {
    let isOver = false;
    setPictures(null);
    drawLabels(codes, kind).then((drawn) => {
      if (!isOver) setPictures(drawn);
    });
    return () => {
      isOver = true;
    };
  }, [codes, kind]);
  const pages = Array.from({ length: Math.ceil(codes.length / perPage) }, (_, at) => at * perPage);
  return (
    <section aria-label={t("title")} className="mb-6">
      <div className="no-print mb-3 flex flex-wrap items-end gap-4">
        <RadioGroup
          id="symbol"
          name="symbol"
          inline
          legend={t("kind")}
          value={kind}
          onChange={({ target }) => setKind(target.value === "datamatrix" ? "datamatrix" : "qr")}
          options={symbols.map((value) => ({ value, label: t(value) }))}
        />
        <Button onClick={() => window.print()} disabled={pictures === null}>
          {t("print")}
        </Button>
      </div>
      <p className="no-print mb-3 text-sm text-muted" role="status">
        {pictures === null ? t("drawing") : t("lead", { most: labelsShown })}
      </p>
      <div className="label-sheets" role="img" aria-label={t("sheet")}>
        {pages.map((first) => (
          <div key={first} className="label-sheet">
            {codes.slice(first, first + perPage).map((code, at) => {
              const picture = pictures?.[first + at];
              return (
                <div key={`${first + at}`} className="label">
                  {/* A picture made here needs no server that makes it smaller. */}
                  {picture ? <img src={picture} alt="" /> : <span />}
                  <span className="font-mono">
                    {code.slice(0, 7)}
                    <br />
                    {code.slice(7, 14)}
                    <br />
                    {code.slice(14)}
                  </span>
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </section>
  );
}
