import { Form, Modal } from 'antd';
import type { ReactNode } from 'react';

interface Props<Wish> {
  title: string;
  okText: string;
  okTestId: string;
  /** Sends it; false where it was refused, and the dialog stays with what was written. */
  act: { busy: boolean; run(wish: Wish): Promise<boolean> };
  /** What stands above the fields is still being looked up. */
  preparing?: boolean;
  onClose(): void;
  children: ReactNode;
}

/** A question with fields: asked once, closed when it was done. */
export function FormDialog<Wish>({
  title,
  okText,
  okTestId,
  act,
  preparing = false,
  onClose,
  children,
}: Props<Wish>) {
  const [form] = Form.useForm<Wish>();
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ 'data-testid': okTestId, disabled: preparing }}
      confirmLoading={act.busy}
      onCancel={onClose}
      onOk={() => form.submit()}
    >
      <Form<Wish>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={async (wish) => {
          if (await act.run(wish)) onClose();
        }}
      >
        {children}
      </Form>
    </Modal>
  );
}
