/** The desk's few icons, drawn for it: 20 units wide, in the colour of the text beside them. */
import type { ReactNode } from 'react';

const icon = (drawing: ReactNode) =>
  function Icon({ size = 16 }: { size?: number }) {
    return (
      <svg
        aria-hidden
        className="icon"
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {drawing}
      </svg>
    );
  };

export const AlertIcon = icon(<path d="M10 3 2.5 16.5h15L10 3Zm0 5v4m0 2.4v.1" />);
export const UrgentIcon = icon(<path d="M5 17V3.5h9.5L12 7.5l2.5 4H5" />);
export const MoonIcon = icon(<path d="M16 12.2A6.5 6.5 0 0 1 7.8 4 6.5 6.5 0 1 0 16 12.2Z" />);
export const SunIcon = icon(
  <path d="M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM10 1.8v1.6m0 13.2v1.6M1.8 10h1.6m13.2 0h1.6M4.2 4.2l1.1 1.1m9.4 9.4 1.1 1.1m0-11.6-1.1 1.1m-9.4 9.4-1.1 1.1" />,
);
export const LanguageIcon = icon(
  <path d="M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Zm-7.3 7.5h14.6M10 2.5c2.2 2 3.3 4.5 3.3 7.5s-1.1 5.5-3.3 7.5c-2.2-2-3.3-4.5-3.3-7.5S7.8 4.5 10 2.5Z" />,
);
export const SoundIcon = icon(<path d="M3 8v4h3l4 3.5v-11L6 8H3Zm10.5-.5a4 4 0 0 1 0 5m2-7a7 7 0 0 1 0 9" />);
export const MutedIcon = icon(<path d="M3 8v4h3l4 3.5v-11L6 8H3Zm10.5.2 3.6 3.6m0-3.6-3.6 3.6" />);
export const EyeIcon = icon(
  <path d="M2 10s3-5 8-5 8 5 8 5-3 5-8 5-8-5-8-5Zm8-2.2a2.2 2.2 0 1 1 0 4.4 2.2 2.2 0 0 1 0-4.4Z" />,
);
export const NoteIcon = icon(<path d="M4 3h12v9l-4 5H4V3Zm8 14v-5h4M7 7h6M7 10h3" />);
export const WhisperIcon = icon(<path d="M3 4h14v9H9l-4 3.5V13H3V4Zm4 4.5h.1m2.9 0h.1m2.9 0h.1" />);
export const ClipIcon = icon(
  <path d="m15.5 9.5-5.7 5.7a3.6 3.6 0 0 1-5.1-5.1l6.4-6.4a2.4 2.4 0 0 1 3.4 3.4l-6.3 6.3a1.2 1.2 0 0 1-1.7-1.7l5.3-5.3" />,
);
export const PictureIcon = icon(<path d="M3 4h14v12H3V4Zm0 9.5 4-4 3.5 3.5 2.5-2.5 4 4M13 7.5h.1" />);
export const FileIcon = icon(<path d="M5 2.5h6.5L15.5 6.5v11h-10.5v-15Zm6.5 0v4h4M7.5 10.5h5m-5 3h5" />);
export const CardIcon = icon(<path d="M5 7h10l.8 10H4.2L5 7Zm2.5 2.5V6a2.5 2.5 0 0 1 5 0v3.5" />);
export const QuoteIcon = icon(<path d="M8 5 3.5 9.5 8 14M4 9.5h8a4.5 4.5 0 0 1 4.5 4.5v1.5" />);
export const LinkIcon = icon(
  <path d="M8.5 11.5 11.5 8.5M7 9l-2 2a2.8 2.8 0 0 0 4 4l2-2m2-2 2-2a2.8 2.8 0 0 0-4-4l-2 2" />,
);
export const CloseIcon = icon(<path d="m5 5 10 10M15 5 5 15" />);
export const MoreIcon = icon(<path d="M4.5 10h.1m5.4 0h.1m5.4 0h.1" />);
export const PanelIcon = icon(<path d="M3 4h14v12H3V4Zm9 0v12" />);
export const ArrowUpIcon = icon(<path d="M10 16V4m-5 5 5-5 5 5" />);
export const ArrowDownIcon = icon(<path d="M10 4v12m-5-5 5 5 5-5" />);
export const BackIcon = icon(<path d="M12 4 6 10l6 6" />);
export const SmileIcon = icon(
  <path d="M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Zm-3.3 9.3a4 4 0 0 0 6.6 0M7.4 7.8v.1m5.2-.1v.1" />,
);
export const ClockIcon = icon(<path d="M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15Zm0 3.3V10l3 2" />);
export const FilterIcon = icon(<path d="M3 4h14l-5.4 6.3V16l-3.2-1.6v-4.1L3 4Z" />);
export const StarIcon = icon(
  <path d="m10 3 2.1 4.5 4.9.6-3.6 3.4.9 4.9-4.3-2.4-4.3 2.4.9-4.9L3 8.1l4.9-.6L10 3Z" />,
);
export const SelectIcon = icon(<path d="M4 4h12v12H4V4Zm3 6 2.2 2.2L13.5 8" />);
export const SearchIcon = icon(<path d="M9 3a6 6 0 1 1 0 12A6 6 0 0 1 9 3Zm4.4 10.4L17 17" />);
export const ClearIcon = icon(<path d="m5.5 5.5 9 9m0-9-9 9" />);
