import type { ComponentChildren } from "preact";

interface SectionProps {
  id: string;
  title: string;
  intro?: string;
  children: ComponentChildren;
}

/** One section of a page, with a heading that links and screen readers can reach. */
export const Section = ({ id, title, intro, children }: SectionProps) => (
  <section class="section" id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {intro && <p class="intro">{intro}</p>}
    {children}
  </section>
);
