import { createElement, type ReactElement } from "react";

/** An icon of the library as it hands it to its own component, which is one of the browser. */
type Icon = {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly size: number;
  readonly node: readonly IconPart[];
};
type IconPart = readonly [tag: string, attributes: Readonly<Record<string, string>>];

export function iconOf({ icon }: Readonly<Record<string, unknown>>): Icon | null {
  const isIcon = typeof icon === "object" && icon !== null && "node" in icon && Array.isArray(icon.node);
  return isIcon ? (icon as Icon) : null;
}

/** The icon as the library draws it. */
export function drawIcon(icon: Icon, props: Readonly<Record<string, unknown>>): ReactElement {
  const { icon: _icon, ref: _ref, className = "", size, children: _children, ...rest } = props;
  const isNamed = Object.keys(rest).some(
    (name) => name.startsWith("aria-") || name === "role" || name === "title",
  );
  const side = size ?? icon.size;
  return createElement(
    "svg",
    {
      ...{
        xmlns: "http://www.w3.org/2000/svg",
        width: side,
        height: side,
        viewBox: "0 0 24 24",
        fill: "none",
      },
      ...{ stroke: "currentColor", strokeWidth: 2, strokeLinecap: "round", strokeLinejoin: "round" },
      className: [
        "lucide",
        ...[icon.name, ...(icon.aliases ?? [])].map((name) => `lucide-${name}`),
        className,
      ]
        .filter(Boolean)
        .join(" "),
      ...(isNamed ? {} : { "aria-hidden": "true" }),
      ...rest,
    },
    ...icon.node.map(([tag, attributes]) => createElement(tag, attributes)),
  );
}
