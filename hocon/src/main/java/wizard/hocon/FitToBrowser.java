package wizard.hocon;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.instructions.CastNumberInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.NumericOperandType;

/** Gives the library what a browser has in place of what it hasn't, while TeaVM reads its classes. */
public final class FitToBrowser implements ClassHolderTransformer {
    private static final String NUMBERS = "wizard.hocon.Numbers";
    private static final String IMPL = "com.typesafe.config.impl.";

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        switch (cls.getName()) {
            case IMPL + "Parseable$ParseableResources":
                body(cls, "rawParseValue", context, e -> e.constantNull(ValueType.object(IMPL + "AbstractConfigValue")).returnValue());
                break;
            case IMPL + "ConfigImpl":
                body(cls, "loadEnvVariables", context, e -> e.invoke(IMPL + "Environment", "asConfigObject",
                        ValueType.object(IMPL + "AbstractConfigObject")).returnValue());
                break;
            case "java.lang.Double":
                body(cls, "parseDouble", context, e -> e.invoke(NUMBERS, "parse", ValueType.DOUBLE,
                        e.var(1, ValueType.object("java.lang.String"))).returnValue());
                staticToString(cls, context);
                break;
            default:
                break;
        }
        if (cls.getName().startsWith(IMPL)) {
            replaceCastsToLong(cls);
        }
    }

    private static void replaceCastsToLong(ClassHolder cls) {
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() == null) {
                continue;
            }
            for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                for (Instruction instruction : block) {
                    if (instruction instanceof CastNumberInstruction) {
                        replaceCastToLong((CastNumberInstruction) instruction);
                    }
                }
            }
        }
    }

    private static void replaceCastToLong(CastNumberInstruction cast) {
        if (cast.getSourceType() == NumericOperandType.DOUBLE && cast.getTargetType() == NumericOperandType.LONG) {
            InvokeInstruction invoke = new InvokeInstruction();
            invoke.setType(InvocationType.SPECIAL);
            invoke.setMethod(new MethodReference(NUMBERS, "toLong", ValueType.DOUBLE, ValueType.LONG));
            invoke.setArguments(cast.getValue());
            invoke.setReceiver(cast.getReceiver());
            invoke.setLocation(cast.getLocation());
            cast.replace(invoke);
        }
    }

    private static void staticToString(ClassHolder cls, ClassHolderTransformerContext context) {
        MethodHolder method = cls.getMethod(new MethodDescriptor("toString", double.class, String.class));
        ProgramEmitter e = ProgramEmitter.create(method, context.getHierarchy());
        e.invoke(NUMBERS, "render", ValueType.object("java.lang.String"), e.var(1, ValueType.DOUBLE)).returnValue();
    }

    private interface Body {
        void emit(ProgramEmitter e);
    }

    private static void body(ClassHolder cls, String method, ClassHolderTransformerContext context, Body body) {
        int found = 0;
        for (MethodHolder m : cls.getMethods()) {
            if (m.getName().equals(method) && m.getProgram() != null) {
                body.emit(ProgramEmitter.create(m, context.getHierarchy()));
                found++;
            }
        }
        if (found == 0) {
            throw new IllegalStateException("No " + cls.getName() + "." + method + " to replace: has the library changed?");
        }
    }
}
