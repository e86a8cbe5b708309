"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState } from "react";
import { type ThemeChoice, themeChoices, themeCookie } from "./theme-choice.ts";
import { writeChoice } from "./write-choice.ts";

const icons = { system: Monitor, light: Sun, dark: Moon } as const;

function applyTheme(choice: ThemeChoice) {
  const root = document.documentElement;
  if (choice === "system") delete root.dataset.theme;
  else root.dataset.theme = choice;
  writeChoice(themeCookie, choice);
}

export type ThemeSwitchProps = {
  readonly initial: ThemeChoice;
  readonly label: string;
  readonly text: Readonly<Record<ThemeChoice, string>>;
};

export function ThemeSwitch({ initial, label, text }: ThemeSwitchProps) {
  const [choice, setChoice] = useState(initial);
  return (
    <fieldset aria-label={label} className="inline-flex rounded-md border border-line">
      {themeChoices.map((value) => {
        const Icon = icons[value];
        return (
          <button
            key={value}
            type="button"
            aria-pressed={choice === value}
            aria-label={text[value]}
            title={text[value]}
            onClick={() => {
              setChoice(value);
              applyTheme(value);
            }}
            className="inline-flex size-8 items-center justify-center rounded-md text-muted hover:text-ink aria-pressed:bg-sunken aria-pressed:text-ink"
          >
            <Icon aria-hidden className="size-4" />
          </button>
        );
      })}
    </fieldset>
  );
}
