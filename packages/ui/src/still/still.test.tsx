import fc from "fast-check";
import { House } from "lucide-react";
import { createElement, Fragment, isValidElement, type ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { still } from "./still.ts";

const words = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }).map((text) => text.replaceAll("\0", "")),
  fc.constantFrom("<b>", "&amp;", `"'`, "</script>", "锂"),
);
const tame = fc.record(
  {
    id: words,
    className: words,
    title: words,
    href: fc.constantFrom("/postings?q=1&x=2", "https://x.example/'"),
    "data-lead": fc.oneof(words, fc.boolean(), fc.integer()),
    "aria-hidden": fc.boolean(),
    colSpan: fc.integer({ min: 1, max: 9 }),
    rowSpan: fc.integer({ min: 1, max: 9 }),
    hidden: fc.boolean(),
    open: fc.boolean(),
    tabIndex: fc.constantFrom(-1, 0),
    strokeWidth: fc.float({ noNaN: true, min: 0, max: 4 }),
    fillOpacity: fc.float({ noNaN: true, min: 0, max: 1 }),
    textAnchor: fc.constantFrom("start", "end"),
    viewBox: fc.constant("0 0 1 1"),
    dateTime: words,
    lang: words,
    role: words,
    width: fc.integer(),
    download: fc.oneof(fc.boolean(), words),
    style: fc.record(
      {
        color: fc.constantFrom("red", " var(--x) "),
        marginTop: fc.constant("3rem"),
        opacity: fc.constantFrom(0, 0.5),
        "--share": words,
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);
const wild = fc.record(
  {
    href: fc.constantFrom("javascript:alert(1)", "java\nscript:alert(1)"),
    draggable: fc.boolean(),
    xlinkHref: words,
    style: fc.record({ width: fc.integer(), WebkitMask: words }, { requiredKeys: [] }),
    onCopy: fc.constant(() => undefined),
    spellCheck: fc.boolean(),
    unknownName: words,
    value: words,
  },
  { requiredKeys: [] },
);
const attributes: fc.Arbitrary<object> = fc.oneof(
  { arbitrary: tame, weight: 9 },
  { arbitrary: wild, weight: 1 },
);
const tags = fc.constantFrom("div", "span", "a", "td", "svg", "path", "br", "hr", "details");
const livelyTags = fc.constantFrom("input", "textarea", "select", "title", "x-y", "button");
const bare = new Set(["br", "hr", "input", "textarea"]);

const Wrapped = ({ children }: { readonly children: ReactNode }) => <em lang="en">{children}</em>;

const { tree } = fc.letrec<{ tree: ReactNode }>((tie) => {
  const inside = fc.array(tie("tree"), { maxLength: 3 });
  return {
    tree: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.oneof(words, fc.integer(), fc.constantFrom(null, undefined, true)),
      fc
        .tuple(
          fc.oneof({ arbitrary: tags, weight: 9 }, { arbitrary: livelyTags, weight: 1 }),
          attributes,
          inside,
        )
        .map(([tag, given, children]) =>
          bare.has(tag)
            ? createElement(tag, given)
            : createElement(tag, given, ...(tag === "title" ? ["a title"] : children)),
        ),
      inside.map((children) => createElement(Fragment, null, ...children)),
      inside.map((children) => createElement(Wrapped, null, ...children)),
      inside.map((children) => children.map((child, at) => <Fragment key={String(at)}>{child}</Fragment>)),
    ),
  };
});

/** As React quotes attributes: in what either writes, a quotation mark that is not escaped stands around one. */
const drawn = (node: ReactNode) => renderToStaticMarkup(node).replaceAll("'", '"');

function elementsOf(node: ReactNode): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, one) => sum + elementsOf(one), 0);
  if (!isValidElement<{ children?: ReactNode }>(node)) return 0;
  return 1 + elementsOf(node.props.children);
}

describe("still", () => {
  it("is drawn as React draws the same node, whatever stands in it", () => {
    fc.assert(
      fc.property(tree, (node) => {
        expect(drawn(still(node))).toBe(drawn(node));
      }),
      { numRuns: 2000 },
    );
  });

  it("leaves one element of what does not live, and all that live with what stands above them", () => {
    const row = (cell: ReactNode) => (
      <tr>
        <td>
          <b>1</b> of <i>2</i>
        </td>
        <td>{cell}</td>
      </tr>
    );
    const table = (cell: ReactNode) => (
      <table>
        <tbody>{row(cell)}</tbody>
      </table>
    );
    expect(elementsOf(still(table("still")))).toBe(1);
    const press = () => undefined;
    const lively = table(<button type="button" onClick={press} />);
    expect(elementsOf(still(lively))).toBe(6);
    expect(drawn(still(lively))).toBe(drawn(lively));
  });

  it("leaves alone what waits", () => {
    const Waits = async () => <b>later</b>;
    expect(elementsOf(still(<p>{<Waits />}</p>))).toBe(2);
  });

  it("draws an icon as its library does", () => {
    for (const icon of [
      <House key="1" />,
      <House key="2" aria-label="home" className="size-4" strokeWidth={1.75} size={12} />,
    ])
      expect(drawn(still(<p>{icon}</p>))).toBe(drawn(<p>{icon}</p>));
  });
});
