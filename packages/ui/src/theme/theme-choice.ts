export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = (typeof themeChoices)[number];

/** The cookie that the server reads to stamp `data-theme`: no script runs before the first paint. */
export const themeCookie = "lilink-theme";

export function toThemeChoice(value: string | undefined): ThemeChoice {
  return themeChoices.find((choice) => choice === value) ?? "system";
}
