import type { DropdownProps } from 'antd';
import {
  cloneElement,
  useLayoutEffect,
  useRef,
  useState,
  type ButtonHTMLAttributes,
  type ComponentType,
  type ReactElement,
  type RefAttributes,
} from 'react';

type Button = ReactElement<ButtonHTMLAttributes<HTMLButtonElement> & RefAttributes<HTMLButtonElement>>;

const load = () => import('./dropdown.ts');
/** On its way when a hand comes near; where it does not come, the click asks again. */
const fetchSoon = () => void load().catch(() => {});

/** A button with a menu. What draws menus is a tenth of a first page, and none is open there: it comes with the first click. */
export function MenuButton({ menu, children }: { menu: DropdownProps['menu']; children: Button }) {
  const [drawn, setDrawn] = useState<{ Dropdown: ComponentType<DropdownProps> } | null>(null);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  // In the menu's hands the button is another element: it keeps the focus that the click gave it.
  useLayoutEffect(() => {
    if (drawn) button.current?.focus();
  }, [drawn]);

  if (drawn) {
    return (
      <drawn.Dropdown trigger={['click']} menu={menu} open={open} onOpenChange={setOpen}>
        {cloneElement(children, { ref: button })}
      </drawn.Dropdown>
    );
  }
  return cloneElement(children, {
    'aria-haspopup': 'menu',
    onPointerEnter: fetchSoon,
    onFocus: fetchSoon,
    onClick: () =>
      void load().then(({ Dropdown }) => {
        setDrawn({ Dropdown });
        setOpen(true);
      }, fetchSoon),
  });
}
