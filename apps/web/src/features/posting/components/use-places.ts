"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { controlId } from "./control-id.ts";

/** What stands in the form only once it is asked for or holds something. */
export const extras = [
  "price",
  "customers",
  "region",
  "budget",
  "ipStatus",
  "trl",
  "comparison",
  "evidence",
  "attachments",
  "internalNote",
] as const;
export type Extra = (typeof extras)[number];

export type RowPlace = number | "volume";
export type Places = {
  /** The row of figures that is being edited. */
  readonly row: RowPlace | null;
  /** The words with which the list of its figures opens; null leaves the list closed. */
  readonly sought: string | null;
  readonly shown: ReadonlySet<Extra>;
  readonly isTextOpen: boolean;
  readonly openText: (open: boolean) => void;
  /** Opens a row at one of its cells, or closes the open one. */
  readonly openRow: (row: RowPlace | null, cell?: string) => void;
  /** Opens a row at the list of its figures, which looks for these words and has the focus. */
  readonly seekFigure: (row: number, words: string) => void;
  /** Brings a field into sight and gives it the focus, whatever has to open for it. */
  readonly goTo: (field: string) => void;
  /** Gives the focus to an element that the next rendering brings. */
  readonly focusNext: (id: string) => void;
};

const isExtra = (field: string): field is Extra => extras.some((one) => one === field);

/** Where the person stands in the form: which row is open, which optional fields are in sight, what gets the focus next. */
export function usePlaces(): Places {
  const [row, setRow] = useState<RowPlace | null>(null);
  const [sought, setSought] = useState<string | null>(null);
  const [shown, setShown] = useState<ReadonlySet<Extra>>(new Set());
  const [isTextOpen, openText] = useState(false);
  const [turn, setTurn] = useState(0);
  const wanted = useRef<string | null>(null);
  const isSeeking = useRef(false);

  useEffect(() => {
    if (turn === 0 || wanted.current === null) return;
    const named = document.getElementById(wanted.current);
    wanted.current = null;
    // A list that opens by itself takes the focus by itself, where its row is in sight.
    if (isSeeking.current) {
      isSeeking.current = false;
      named?.scrollIntoView({ block: "center" });
      return;
    }
    // Of a group its first stop.
    const element = named?.matches("fieldset") ? named.querySelector<HTMLElement>("[data-rove]") : named;
    element?.focus({ preventScroll: true });
    // With the hints that it answers, where it answers any.
    (element?.closest("[data-whole]") ?? element)?.scrollIntoView({ block: "nearest" });
  }, [turn]);

  const focusNext = useCallback((id: string) => {
    wanted.current = id;
    setTurn((count) => count + 1);
  }, []);
  const openRow = useCallback(
    (place: RowPlace | null, cell = "value") => {
      setRow(place);
      setSought(null);
      if (place === null) return;
      focusNext(
        controlId(
          place === "volume" ? `volume.${cell === "value" ? "amount" : cell}` : `figures.${place}.${cell}`,
        ),
      );
    },
    [focusNext],
  );
  const seekFigure = useCallback(
    (place: number, words: string) => {
      setRow(place);
      setSought(words);
      isSeeking.current = true;
      focusNext(controlId(`figures.${place}.attribute`));
    },
    [focusNext],
  );
  const goTo = useCallback(
    (field: string) => {
      const [name = "", at, cell] = field.replace(/^levels\./, "").split(".");
      if (name === "figures" && at !== undefined && /^\d+$/.test(at)) return openRow(Number(at), cell);
      if (name === "volume") return openRow("volume", field.split(".").slice(1).join(".") || undefined);
      if (name === "description") openText(true);
      if (isExtra(name)) setShown((known) => new Set([...known, name]));
      focusNext(controlId(field));
    },
    [focusNext, openRow],
  );
  return { row, sought, shown, isTextOpen, openText, openRow, seekFigure, goTo, focusNext };
}
