"use client";

import { toShanghaiDate } from "@lilink/model/calendar";
import { type CodeList, markLines, readCodes } from "@lilink/model/trace/code";
import { Button, EmptyState, Field, NoticeBox, StatRow, TextArea } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useDeferredValue, useMemo, useState } from "react";
import { FigureStat } from "#components/figure.tsx";
import { FileButton } from "#components/file-button.tsx";
import { codesShown, exampleCodes, labelsShown, mostBytes } from "../view.ts";
import { CodeCamera } from "./code-camera.tsx";
import { CodeStrip } from "./code-strip.tsx";
import { CodeTable } from "./code-table.tsx";
import { LabelSheet } from "./label-sheet.tsx";
import { scanImage } from "./scan-code.ts";
import { useCodeWords } from "./use-code-words.ts";

const today = () => toShanghaiDate(new Date());

/** Codes typed, pasted, scanned or opened as a file. All of it happens in the browser. */
export function CodeLab() {
  const t = useTranslations("battery.lab");
  const [text, setText] = useState("");
  const [file, setFile] = useState<{ readonly name: string; readonly text: string } | null>(null);
  const [said, setSaid] = useState("");
  const [chosen, setChosen] = useState(0);
  const [shown, setShown] = useState(codesShown);
  const [hasLabels, setLabels] = useState(false);
  const source = useDeferredValue(file?.text ?? text);
  const list = useMemo(() => readCodes(source, today()), [source]);
  const fine = useMemo(
    () => [...new Set(list.readings.filter(({ verdict }) => verdict === "accept").map(({ code }) => code))],
    [list],
  );
  const labelled = useMemo(() => fine.slice(0, labelsShown), [fine]);
  const current = list.readings[chosen] ?? list.readings[0];

  function start(next: string, opened: { readonly name: string; readonly text: string } | null = null) {
    setText(opened ? "" : next);
    setFile(opened);
    setChosen(0);
    setShown(codesShown);
    setLabels(false);
  }

  async function open(chosenFile: File) {
    setSaid("");
    if (chosenFile.size > mostBytes) return setSaid(t("tooLarge"));
    if (!chosenFile.type.startsWith("image/"))
      return start("", { name: chosenFile.name, text: await chosenFile.text() });
    const code = await scanImage(chosenFile);
    if (code === null) return setSaid(t("imageNone"));
    setSaid(t("imageFound", { code }));
    add(code);
  }

  function add(code: string) {
    setFile(null);
    setText((known) => `${known}${known === "" || known.endsWith("\n") ? "" : "\n"}${code}\n`);
  }

  return (
    <>
      <div className="no-print mb-6 flex flex-col gap-3">
        <Field id="codes" label={t("input")} help={t("inputHelp")}>
          {(aria) => (
            <TextArea
              {...aria}
              rows={5}
              spellCheck={false}
              autoCapitalize="characters"
              className="max-h-72 font-mono"
              value={file ? "" : text}
              placeholder={file?.name}
              onChange={(event) => start(event.target.value)}
            />
          )}
        </Field>
        <div className="flex flex-wrap items-start gap-2">
          <FileButton
            id="code-file"
            label={t("file")}
            accept=".txt,.csv,.tsv,text/plain,text/csv,image/*"
            aria-describedby="code-file-help"
            onChange={async (event) => {
              const picked = event.target.files?.[0];
              event.target.value = "";
              if (picked) await open(picked);
            }}
          />
          <CodeCamera onCode={add} />
          {text === "" && file === null ? null : (
            <Button variant="quiet" onClick={() => start("")}>
              {t("clear")}
            </Button>
          )}
        </div>
        <p id="code-file-help" className="text-sm text-muted">
          {t("fileHelp")}
        </p>
        <p role="status" className="text-sm">
          {said}
        </p>
      </div>
      {current ? (
        <>
          <div className="no-print">
            <div className="mb-6">
              <Counts list={list} />
            </div>
            <CodeStrip reading={current} />
            <div className="mb-4 flex flex-wrap gap-2">
              {fine.length > 0 ? (
                <Button onClick={() => setLabels(!hasLabels)} aria-expanded={hasLabels}>
                  {hasLabels ? t("labels.hide") : t("labels.show")}
                </Button>
              ) : null}
              <Download name={file?.name ?? "codes.csv"} source={source} />
            </div>
          </div>
          {hasLabels ? <LabelSheet codes={labelled} /> : null}
          <div className="no-print">
            <CodeTable
              rows={list.readings
                .slice(0, shown)
                .map((reading, at) => ({ at, reading, count: list.repeated.get(reading.code) ?? 1 }))}
              current={chosen}
              onChoose={setChosen}
            />
            {list.readings.length > shown ? (
              <Button className="mt-3" onClick={() => setShown(shown + codesShown)}>
                {t("more")}
              </Button>
            ) : null}
          </div>
        </>
      ) : (
        <EmptyState
          title={t("none")}
          body={t("noneBody")}
          action={<Button onClick={() => start(exampleCodes)}>{t("example")}</Button>}
        />
      )}
    </>
  );
}

function Counts({ list: { readings, repeated, isCut } }: { readonly list: CodeList }) {
  const t = useTranslations("battery.lab");
  const countOf = (verdict: string) => readings.filter((one) => one.verdict === verdict).length;
  return (
    <>
      <h2 className="mb-2 text-lg">{t("results", { count: readings.length })}</h2>
      <StatRow>
        {(["accept", "warn", "reject"] as const).map((verdict) => (
          <FigureStat key={verdict} label={t(verdict)} value={countOf(verdict)} />
        ))}
        <FigureStat label={t("repeated")} value={repeated.size} />
      </StatRow>
      {isCut ? (
        <NoticeBox tone="warning" className="mt-4">
          {t("cut")}
        </NoticeBox>
      ) : null}
    </>
  );
}

function Download({ name, source }: { readonly name: string; readonly source: string }) {
  const t = useTranslations("battery.lab");
  const { what, why } = useCodeWords();
  function download() {
    const head = [t("column.verdict"), t("column.made"), t("column.what"), t("column.why")];
    const { text } = markLines(
      source,
      head,
      (reading) => [t(reading.verdict), reading.parts?.date ?? "", what(reading), why(reading)],
      today(),
    );
    const address = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name.replace(/(\.\w+)?$/, "-checked.csv");
    link.click();
    URL.revokeObjectURL(address);
  }
  return <Button onClick={download}>{t("download")}</Button>;
}
