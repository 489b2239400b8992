//! The variables of a template, from the struct that has them as its fields.

use serde::Serialize;
use serde::ser::{Error as _, Impossible, SerializeStruct, Serializer};
use std::fmt;
use tera::{Context, Value};

/// The fields of a struct as variables; none where `view` is no struct. The engine's own way makes
/// a map of them first, and copies each name.
pub fn context(view: &impl Serialize) -> Context {
    view.serialize(Variables::default()).unwrap_or_default()
}

#[derive(Default)]
struct Variables(Context);

/// What can't be a template's variables.
#[derive(Debug)]
struct NoStruct(String);

impl fmt::Display for NoStruct {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NoStruct {}

impl serde::ser::Error for NoStruct {
    fn custom<T: fmt::Display>(message: T) -> Self {
        NoStruct(message.to_string())
    }
}

impl SerializeStruct for Variables {
    type Ok = Context;
    type Error = NoStruct;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        name: &'static str,
        value: &T,
    ) -> Result<(), NoStruct> {
        let value = Value::try_from_serializable(value).map_err(NoStruct::custom)?;
        self.0.insert_value(name, value);
        Ok(())
    }

    fn end(self) -> Result<Context, NoStruct> {
        Ok(self.0)
    }
}

/// Refuses each of these types.
macro_rules! refuse {
    ($($name:ident($($given:ty),*) -> $ok:ty;)*) => {
        $(fn $name(self, $(_: $given),*) -> Result<$ok, NoStruct> {
            Err(NoStruct::custom("the variables of a template are a struct's fields"))
        })*
    };
}

type No = Impossible<Context, NoStruct>;

impl Serializer for Variables {
    type Ok = Context;
    type Error = NoStruct;
    type SerializeSeq = No;
    type SerializeTuple = No;
    type SerializeTupleStruct = No;
    type SerializeTupleVariant = No;
    type SerializeMap = No;
    type SerializeStruct = Variables;
    type SerializeStructVariant = No;

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Variables, NoStruct> {
        Ok(self)
    }

    fn serialize_some<T: Serialize + ?Sized>(
        self,
        view: &T,
    ) -> Result<Context, NoStruct> {
        view.serialize(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        view: &T,
    ) -> Result<Context, NoStruct> {
        view.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        view: &T,
    ) -> Result<Context, NoStruct> {
        view.serialize(self)
    }

    refuse! {
        serialize_bool(bool) -> Context;
        serialize_i8(i8) -> Context;
        serialize_i16(i16) -> Context;
        serialize_i32(i32) -> Context;
        serialize_i64(i64) -> Context;
        serialize_u8(u8) -> Context;
        serialize_u16(u16) -> Context;
        serialize_u32(u32) -> Context;
        serialize_u64(u64) -> Context;
        serialize_f32(f32) -> Context;
        serialize_f64(f64) -> Context;
        serialize_char(char) -> Context;
        serialize_str(&str) -> Context;
        serialize_bytes(&[u8]) -> Context;
        serialize_none() -> Context;
        serialize_unit() -> Context;
        serialize_unit_struct(&'static str) -> Context;
        serialize_unit_variant(&'static str, u32, &'static str) -> Context;
        serialize_seq(Option<usize>) -> No;
        serialize_tuple(usize) -> No;
        serialize_tuple_struct(&'static str, usize) -> No;
        serialize_tuple_variant(&'static str, u32, &'static str, usize) -> No;
        serialize_map(Option<usize>) -> No;
        serialize_struct_variant(&'static str, u32, &'static str, usize) -> No;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct View {
        title: &'static str,
        tags: Vec<&'static str>,
        none: Option<u8>,
    }

    #[test]
    fn the_fields_of_a_struct_are_the_variables() {
        let view = View { title: "Dublin", tags: vec!["a", "b"], none: None };
        assert_eq!(context(&view), Context::from_serialize(&view).unwrap());
    }

    #[test]
    fn what_is_no_struct_has_none() {
        assert_eq!(context(&[1, 2]), Context::new());
        assert_eq!(context(&"text"), Context::new());
    }
}
